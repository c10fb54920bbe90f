package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.CustomerEntry;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.ReplyDraft;
import dev.collab.inmemory.RecordingNotifier;
import dev.collab.model.ActorKind;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.AttachmentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.IdentityPolicy;
import dev.collab.model.InboxRole;
import dev.collab.model.Level;
import dev.collab.model.NotificationKind;
import dev.collab.outcome.Outcome;
import dev.collab.spi.Notifier.CustomerMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Recipients")
class RecipientsTest {
    private static final AddRule BY_INVITATION =
            AddRule.allow("ask first", Adder.ASSIGNEE).byInvitation();

    private Shop shop = Shop.open();

    @Test
    @DisplayName("B-70 whoever is added is told, once, and nobody is told that they joined")
    void added() {
        var chat = shop.assignedWith(CY);

        assertThat(toldOf(() -> shop.agent(ASHA).addCollaborator(chat, BO))).containsExactly("ADDED bo");
        assertThat(toldOf(() -> shop.agent(ASHA).addCollaborator(chat, BO))).isEmpty();
        assertThat(toldOf(() -> shop.agent(SUE).join(chat))).isEmpty();
    }

    @Test
    @DisplayName("B-70 whoever is removed is told, but not whoever leaves")
    void removed() {
        var chat = shop.assignedWith(BO, CY);

        assertThat(toldOf(() -> shop.agent(ASHA).removeCollaborator(chat, BO))).containsExactly("REMOVED bo");
        assertThat(toldOf(() -> shop.agent(CY).leave(chat))).isEmpty();
    }

    @Test
    @DisplayName("B-70 whoever's collaboration ends by itself is told, whatever ended it")
    void ended() {
        var resolved = shop.assignedWith(BO, CY);
        var closed = shop.assignedWith(BO);
        shop.policy(policy ->
                policy.withRules(AddRule.allow("a while", Adder.ASSIGNEE).lasting(Duration.ofMinutes(5))));
        var boxed = shop.assignedWith(FIN);

        assertThat(toldOf(() -> shop.agent(ASHA).resolve(resolved)))
                .containsExactlyInAnyOrder("REMOVED bo", "REMOVED cy");
        assertThat(toldOf(() -> shop.agent(ADA).close(closed))).containsExactly("REMOVED bo");
        shop.time.advance(Duration.ofMinutes(6));
        assertThat(toldOf(() -> shop.agent(ASHA).note(boxed, "Alone again."))).containsExactly("REMOVED fin");
    }

    @Test
    @DisplayName("B-70 whoever's level changes is told")
    void levelled() {
        var chat = shop.assignedWith(BO, CY);

        assertThat(toldOf(() -> shop.agent(ASHA).changeLevel(chat, BO, Level.OBSERVER)))
                .containsExactly("LEVEL_CHANGED bo");
    }

    @Test
    @DisplayName("B-70 the invitee is told of the invitation and the inviter of the answer")
    void answered() {
        shop.policy(policy -> policy.withRules(BY_INVITATION));
        var chat = shop.assigned();

        assertThat(toldOf(() -> shop.agent(ASHA).addCollaborator(chat, BO))).containsExactly("INVITED bo");
        assertThat(toldOf(() -> shop.agent(BO).accept(chat))).containsExactly("ANSWERED asha");
        shop.agent(ASHA).addCollaborator(chat, CY).orElseThrow();
        assertThat(toldOf(() -> shop.agent(CY).decline(chat, Optional.of("Busy."))))
                .containsExactly("ANSWERED asha");
    }

    @Test
    @DisplayName("B-22 B-70 the inviter is told by the sweep that the invitation expired")
    void expired() {
        shop.policy(policy -> policy.withRules(BY_INVITATION));
        var chat = shop.assigned();
        shop.agent(ASHA)
                .addCollaborator(chat, BO, AddOptions.NONE.asking("A look?"))
                .orElseThrow();
        shop.time.advance(Duration.ofMinutes(16));

        var told = Post.of(
                shop, () -> assertThat(shop.collab.system("sweeper").sweep(10)).isEqualTo(1));

        assertThat(told).containsExactly("EXPIRED asha");
    }

    @Test
    @DisplayName("B-45 B-70 a note is told to its audience, and to those it mentions as a mention only")
    void notes() {
        var chat = shop.assignedWith(BO, CY);

        assertThat(noted(BO, chat, NoteDraft.of("All."))).containsExactlyInAnyOrder("NOTE asha", "NOTE cy");
        assertThat(noted(BO, chat, NoteDraft.of("You.").toAssignee())).containsExactly("NOTE asha");
        assertThat(noted(BO, chat, NoteDraft.of("Cy.").to(CY))).containsExactly("NOTE cy");
        assertThat(noted(BO, chat, NoteDraft.of("Asha!").mentioning(ASHA)))
                .containsExactlyInAnyOrder("MENTIONED asha", "NOTE cy");
        assertThat(noted(ASHA, chat, NoteDraft.of("Mine.").toAssignee())).isEmpty();
    }

    @Test
    @DisplayName("B-70 what the customer writes is told to assignee and collaborators, not to leads or the group")
    void customerWrote() {
        var chat = shop.assignedWith(BO, CY);

        assertThat(toldOf(() -> shop.customer().write(chat, "Hello?")))
                .containsExactlyInAnyOrder("CUSTOMER_WROTE asha", "CUSTOMER_WROTE bo", "CUSTOMER_WROTE cy");
        assertThat(toldOf(() -> shop.customer().open(INBOX, Channel.LIVE_CHAT, "New.")))
                .isEmpty();
    }

    @Test
    @DisplayName("B-70 a reply is told to the colleagues on it, and goes out to the customer")
    void replied() {
        var chat = shop.assignedWith(BO, CY);

        assertThat(toldOf(() -> shop.agent(BO).reply(chat, "The small one.")))
                .containsExactlyInAnyOrder("COLLEAGUE_REPLIED asha", "COLLEAGUE_REPLIED cy", "OUTGOING_REPLY carl");
    }

    @Test
    @DisplayName("B-70 resolving and reopening are told to assignee and collaborators, suspended ones included")
    void resolvedAndReopened() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);

        assertThat(toldOf(() -> shop.agent(SUE).resolve(ticket)))
                .containsExactlyInAnyOrder("RESOLVED asha", "RESOLVED bo");
        assertThat(toldOf(() -> shop.agent(ASHA).reopen(ticket))).containsExactly("REOPENED bo");
        shop.agent(ASHA).resolve(ticket).orElseThrow();
        assertThat(toldOf(() -> shop.customer().write(ticket, "Still broken.")))
                .containsExactlyInAnyOrder("CUSTOMER_WROTE asha", "CUSTOMER_WROTE bo", "REOPENED asha", "REOPENED bo");
    }

    @Test
    @DisplayName("B-70 an assignment is told to the old and the new assignee, unless they did it")
    void assigned() {
        var chat = shop.chat();

        assertThat(toldOf(() -> shop.agent(ASHA).claim(chat))).isEmpty();
        assertThat(toldOf(() -> shop.agent(ASHA).transfer(chat, FIN))).containsExactly("ASSIGNED fin");
        assertThat(toldOf(() -> shop.agent(SUE).transfer(chat, ASHA)))
                .containsExactlyInAnyOrder("ASSIGNED fin", "ASSIGNED asha");
        assertThat(toldOf(() -> shop.agent(SUE).release(chat))).containsExactly("ASSIGNED asha");
    }

    @Test
    @DisplayName("B-9 B-70 a collaborator who becomes assignee is told that, and not that they were removed")
    void becameAssignee() {
        var chat = shop.assignedWith(FIN, CY);

        assertThat(toldOf(() -> shop.agent(ASHA).transfer(chat, FIN))).containsExactly("ASSIGNED fin");
    }

    @Test
    @DisplayName("B-70 nobody is told of a changed case")
    void changedCase() {
        var chat = shop.assignedWith(BO);

        assertThat(toldOf(() -> shop.agent(SUE).changeCase(chat, CaseFacts.of(ACCESSORIES))))
                .isEmpty();
    }

    @Test
    @DisplayName("B-33 the leads are told when the last collaborator leaves a chat that nobody has")
    void unattended() {
        var pat = new AgentId("pat");
        var off = new AgentId("off");
        shop.people.add(
                pat, "Pat", person -> person.role(INBOX, InboxRole.SUPERVISOR).groups(ACCESSORIES));
        shop.people.add(
                off, "Off", person -> person.role(INBOX, InboxRole.ADMIN).active(false));
        var chat = shop.chat();
        shop.agent(SUE).addCollaborator(chat, BO).orElseThrow();
        shop.agent(SUE).addCollaborator(chat, CY).orElseThrow();

        assertThat(toldOf(() -> shop.agent(CY).leave(chat))).isEmpty();
        assertThat(toldOf(() -> shop.agent(BO).leave(chat)))
                .containsExactlyInAnyOrder("UNATTENDED sue", "UNATTENDED ada");
    }

    @Test
    @DisplayName("B-33 a lead who leaves as the last tells the other leads; nobody is told while it is assigned")
    void unattendedByALead() {
        var queued = shop.chat();
        shop.agent(SUE).join(queued).orElseThrow();
        var assigned = shop.assignedWith(BO);

        assertThat(toldOf(() -> shop.agent(SUE).leave(queued))).containsExactly("UNATTENDED ada");
        assertThat(toldOf(() -> shop.agent(BO).leave(assigned))).isEmpty();
    }

    @Test
    @DisplayName("B-44 a reply reaches the customer's channel exactly as the customer sees it")
    void outgoing() {
        for (var identity : IdentityPolicy.values()) {
            shop = Shop.open().conversations(now -> now.withIdentity(identity));
            shop.settings(now -> now.withPublicName("The shop"));
            shop.people.change(ASHA, person -> person.publicName("Ms A."));
            shop.people.change(BO, person -> person.publicName("Mr O."));
            var ticket = shop.claimed(shop.customer()
                    .open(OpenRequest.of(INBOX, Channel.EMAIL_TICKET, "Do they run small?")
                            .forGroup(Shop.FOOTWEAR)
                            .subject("Boots"))
                    .orElseThrow());
            shop.add(ticket, BO);
            shop.agent(BO).note(ticket, "Between us.").orElseThrow();
            shop.time.advance(Duration.ofSeconds(7));
            shop.agent(BO)
                    .reply(ticket, ReplyDraft.of("A little.").attaching(file()))
                    .orElseThrow();

            var sent = sent();

            var seen = (CustomerEntry.Reply) Story.messages(shop, ticket).get(1);
            assertThat(sent).singleElement().satisfies(message -> {
                assertThat(message.kind()).isEqualTo(NotificationKind.OUTGOING_REPLY);
                assertThat(message.recipient()).isEqualTo(CARL);
                assertThat(message.conversation()).isEqualTo(ticket);
                assertThat(message.channel()).isEqualTo(Channel.EMAIL_TICKET);
                assertThat(message.subject()).isEqualTo("Boots");
                assertThat(new CustomerEntry.Reply(
                                message.customerSequence(),
                                message.from(),
                                message.at(),
                                Optional.ofNullable(message.text()),
                                message.attachments()))
                        .isEqualTo(seen);
                assertThat(message.from()).isEqualTo(name(identity));
                assertThat(message.customerSequence()).isEqualTo(1);
            });
        }
    }

    @Test
    @DisplayName("B-44 the name is the one frozen when the reply was written, however late it is sent")
    void frozenName() {
        shop.people.change(ASHA, person -> person.publicName("Ms A."));
        var chat = shop.assigned();
        shop.agent(ASHA).reply(chat, "A little.").orElseThrow();
        shop.people.change(ASHA, person -> person.publicName("Another"));
        shop.agent(ASHA).transfer(chat, FIN).orElseThrow();

        assertThat(sent()).singleElement().satisfies(message -> {
            assertThat(message.from()).isEqualTo("Ms A.");
            assertThat(message.channel()).isEqualTo(Channel.LIVE_CHAT);
            assertThat(message.subject()).isNull();
        });
    }

    @Test
    @DisplayName("B-38 B-70 nothing is stored for the customer but replies, and under the customer's sequence")
    void customerOnlyOfReplies() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        shop.agent(BO).note(ticket, "Between us.").orElseThrow();
        shop.agent(BO).reply(ticket, "A little.").orElseThrow();
        shop.agent(ASHA).removeCollaborator(ticket, BO).orElseThrow();
        shop.agent(ASHA).resolve(ticket).orElseThrow();
        shop.customer().write(ticket, "Thanks.").orElseThrow();
        shop.agent(ADA).close(ticket).orElseThrow();

        var rows = Post.taken(shop).stream()
                .filter(one -> one.recipientKind() == ActorKind.CUSTOMER)
                .toList();

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(NotificationKind.OUTGOING_REPLY);
            assertThat(row.sequence()).isEqualTo(1);
        });
    }

    private List<String> toldOf(Supplier<Outcome<?>> act) {
        return Post.of(shop, () -> act.get().orElseThrow());
    }

    private List<String> noted(AgentId author, ConversationId chat, NoteDraft draft) {
        return toldOf(() -> shop.agent(author).note(chat, draft));
    }

    private List<CustomerMessage> sent() {
        var notifier = new RecordingNotifier();
        var relay = shop.host(builder -> builder.notifier(notifier)).relay("one");
        while (relay.pumpOnce() > 0) {
            // Until all is delivered.
        }
        return notifier.toCustomers();
    }

    private static Attachment file() {
        return new Attachment(new AttachmentId("sizes"), "sizes.pdf", "application/pdf", 12);
    }

    private static String name(IdentityPolicy identity) {
        return switch (identity) {
            case ASSIGNEE -> "Ms A.";
            case INBOX -> "The shop";
            case AUTHOR -> "Mr O.";
        };
    }
}
