package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.BOT;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.DORA;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.OpenRequest;
import dev.collab.inmemory.RecordingNotifier;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.CollaborationState;
import dev.collab.model.CommandKey;
import dev.collab.model.EntryKind;
import dev.collab.model.HistoryWindow;
import dev.collab.model.Level;
import dev.collab.model.NotificationKind;
import dev.collab.outcome.Reason;
import dev.collab.spi.Notifier.AgentNotification;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Cases of ending and coming back")
class CaseComingBackTest extends CaseScene {
    private static final CommandKey KEY = new CommandKey("once");

    @Test
    @DisplayName(
            "B-42 B-58 B-59 B-64 B-71 given a suspended collaborator was deactivated and the directory fails, when the "
                    + "customer writes into the resolved ticket, then it reopens and resumes them, who read it only once active")
    void resumedWhileInactive() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        shop.add(ticket, CY);
        shop.agent(ASHA).resolve(ticket).orElseThrow();
        Post.taken(shop);
        shop.people.deactivate(BO);
        assertThat(sight(BO, ticket)).isEqualTo(NOTHING);
        shop.people.failWith(new IllegalStateException("down"));

        shop.customer().write(ticket, "They pinch.").orElseThrow();
        shop.people.recover();

        assertThat(customerReads(ticket)).endsWith("They pinch.");
        assertThat(sight(ASHA, ticket)).isEqualTo("OPEN asha [bo RESPONDER, cy RESPONDER]");
        assertThat(shop.head(ticket).collaborations()).allMatch(one -> one.state() == CollaborationState.ACTIVE);
        assertThat(sight(BO, ticket)).isEqualTo(NOTHING);
        refused(ticket, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).reply(ticket, "Take 43."));
        shop.people.change(BO, person -> person.active(true));
        assertThat(sight(BO, ticket)).isEqualTo(sight(ASHA, ticket));
        assertThat(shop.agent(BO).reply(ticket, "Take 43.").isDone()).isTrue();
    }

    @Test
    @DisplayName(
            "B-12 B-58 B-64 B-70 B-71 given fewer places than are suspended and the oldest deactivated, when a ticket is "
                    + "reopened, then the oldest has the place all the same, the other ends, and only who may be told is told")
    void resumedUpToTheLimit() {
        var notifier = new RecordingNotifier();
        var relay = shop.host(builder -> builder.notifier(notifier)).relay("one");
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        shop.add(ticket, CY);
        shop.agent(ASHA).resolve(ticket).orElseThrow();
        shop.policy(policy -> policy.withLimit(1));
        shop.people.deactivate(BO);
        Post.taken(shop);

        shop.agent(SUE).reopen(ticket).orElseThrow();
        assertThat(relay.pumpOnce()).isPositive();

        assertThat(sight(SUE, ticket)).isEqualTo("OPEN asha [bo RESPONDER]");
        assertThat(sight(CY, ticket)).isEqualTo(NOTHING);
        assertThat(ended(ticket)).containsExactly("cy OVER_LIMIT");
        assertThat(notifier.toAgent(BO)).isEmpty();
        assertThat(notifier.toAgent(CY)).extracting(AgentNotification::kind).containsExactly(NotificationKind.REMOVED);
        assertThat(notifier.toAgent(ASHA))
                .extracting(AgentNotification::kind)
                .containsExactly(NotificationKind.REOPENED);
        assertThat(notifier.toCustomers()).isEmpty();
        refused(ticket, Reason.LIMIT_REACHED, () -> shop.agent(ASHA).addCollaborator(ticket, CY));
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    @DisplayName(
            "B-21 B-23 B-42 B-54 given a pending invitation, when the conversation is resolved and the customer reopens "
                    + "it, then accepting fails as if it had never been, and a new invitation can be accepted")
    void acceptedTooLate(Channel channel) {
        shop.policy(policy -> policy.withRules(ASK));
        var one = shop.claimed(shop.opened(channel, CaseFacts.of(FOOTWEAR)));
        shop.add(one, BO);
        shop.agent(ASHA).resolve(one).orElseThrow();
        refused(one, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).accept(one));
        shop.customer().write(one, "They pinch.").orElseThrow();

        refused(one, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).accept(one));
        refused(one, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).invitation(one));

        assertThat(sight(ASHA, one)).isEqualTo("OPEN asha []");
        assertThat(told(() -> shop.agent(ASHA).addCollaborator(one, BO))).containsExactly("INVITED bo");
        unnoticed(one, () -> shop.agent(BO).accept(one).orElseThrow());
        assertThat(sight(BO, one)).isEqualTo("OPEN asha [bo RESPONDER]");
        assertThat(shop.entries(one, EntryKind.INVITATION_ENDED))
                .extracting(entry -> entry.facts().get("reason"))
                .containsExactly("CANCELLED", "ACCEPTED");
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    @DisplayName(
            "B-12 B-20 B-21 B-22 B-70 given the last place held by an invitation, when its time is over, then the place "
                    + "is free before any sweep, and the inviter is told once, whoever writes the entry")
    void thePlaceOfAnExpiredInvitation(Channel channel) {
        shop.policy(policy -> policy.withRules(ASK).withLimit(1));
        var one = shop.claimed(shop.opened(channel, CaseFacts.of(FOOTWEAR)));
        shop.add(one, BO);
        shop.time.advance(
                (channel == Channel.LIVE_CHAT ? Duration.ofMinutes(15) : Duration.ofHours(24)).minusMillis(1));
        refused(one, Reason.LIMIT_REACHED, () -> shop.agent(ASHA).addCollaborator(one, CY));
        assertThat(shop.agent(BO).invitation(one).isDone()).isTrue();

        shop.time.advance(Duration.ofMillis(1));

        refused(one, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).accept(one));
        assertThat(sight(ASHA, one)).isEqualTo("OPEN asha []");
        var told = told(() -> shop.agent(ASHA).addCollaborator(one, CY));
        var swept = Post.of(shop, () -> shop.collab.system("sweeper").sweep(10));
        assertThat(told).containsExactlyInAnyOrder("INVITED cy", "EXPIRED asha");
        assertThat(swept).isEmpty();
        assertThat(shop.entries(one, EntryKind.INVITATION_ENDED)).hasSize(1);
        assertThat(sight(ASHA, one)).isEqualTo("OPEN asha [] asked [cy]");
    }

    @Test
    @DisplayName(
            "B-8 B-16 B-33 B-37 B-70 given a released chat with a person and a bot, when the person is removed, then the "
                    + "leads are told, and the bot goes on under the inbox's name, also after policy takes no new bots")
    void theBotIsTheLast() {
        shop.settings(settings -> settings.withPublicName("The shop"));
        shop.policy(policy -> policy.withBotsAllowed(true));
        var chat = shop.assignedWith(BO, BOT);
        assertThat(told(() -> shop.agent(ASHA).release(chat))).isEmpty();

        assertThat(told(() -> shop.agent(ADA).removeCollaborator(chat, BO)))
                .containsExactlyInAnyOrder("REMOVED bo", "UNATTENDED sue");

        shop.policy(policy -> policy.withBotsAllowed(false));
        shop.agent(BOT).reply(chat, "Somebody comes.").orElseThrow();
        assertThat(customerReads(chat)).endsWith("The shop: Somebody comes.");
        assertThat(sight(FIN, chat)).isEqualTo("OPEN queue [bot RESPONDER]");
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
        assertThat(told(() -> shop.agent(FIN).claim(chat))).isEmpty();
        assertThat(told(() -> shop.agent(FIN).removeCollaborator(chat, BOT))).containsExactly("REMOVED bot");
        refused(chat, Reason.CANDIDATE_UNAVAILABLE, () -> shop.agent(FIN).addCollaborator(chat, BOT));
    }

    @Test
    @DisplayName(
            "B-11 B-29 B-42 B-43 given a closed conversation, when the customer follows it up, then they read both, its "
                    + "collaborators neither, and to another customer it does not exist")
    void followedUp() {
        var closed = shop.assignedWith(BO);
        shop.agent(BO).reply(closed, "A little.").orElseThrow();
        assertThat(told(() -> shop.agent(SUE).close(closed))).contains("REMOVED bo");
        refused(closed, Reason.CONVERSATION_CLOSED, () -> shop.customer().write(closed, "And laces?"));
        refused(
                closed,
                Reason.UNKNOWN_CONVERSATION,
                () -> shop.collab.customer(DORA).write(closed, "Hi"));

        var request = OpenRequest.of(INBOX, Channel.LIVE_CHAT, "And laces?")
                .forGroup(FOOTWEAR)
                .following(closed);
        assertThat(reason(shop.collab.customer(DORA).open(request))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        var next = shop.claimed(shop.customer().keyed(KEY).open(request).orElseThrow());

        assertThat(shop.customer().keyed(KEY).open(request).orElseThrow()).isEqualTo(next);
        assertThat(shop.customer().view(next).orElseThrow().followUpOf()).contains(closed);
        assertThat(customerReads(next)).containsExactly("And laces?");
        assertThat(customerReads(closed)).endsWith("Asha: A little.");
        assertThat(sight(ASHA, next)).isEqualTo("OPEN asha []");
        assertThat(sight(ASHA, closed)).startsWith("CLOSED");
        assertThat(sight(BO, next)).isEqualTo(NOTHING);
        assertThat(sight(BO, closed)).isEqualTo(NOTHING);
        refused(closed, Reason.WRONG_STATE, () -> shop.agent(ASHA).addCollaborator(closed, BO));
    }

    @Test
    @DisplayName(
            "B-27 B-29 B-41 B-54 given somebody was removed, when they retry what they did, then the first receipt "
                    + "answers and nothing else does; added again from here on they read none of it, and the key is still theirs")
    void retriedAfterRemoval() {
        var chat = shop.assignedWith(BO);
        var bo = shop.agent(BO).keyed(KEY);
        var first = bo.reply(chat, "A little.");
        shop.agent(BO).note(chat, "Mine").orElseThrow();
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
        var before = Story.stored(shop, chat);

        assertThat(bo.reply(chat, "A little.")).isEqualTo(first);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).reply(chat, "A little."));
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
        refused(chat, Reason.ID_CONFLICT, () -> bo.reply(chat, "A lot."));
        shop.agent(ASHA)
                .addCollaborator(chat, BO, AddOptions.NONE.reading(HistoryWindow.FROM_ADD))
                .orElseThrow();

        assertThat(bo.reply(chat, "A little.")).isEqualTo(first);
        refused(chat, Reason.ID_CONFLICT, () -> bo.reply(chat, "A lot."));
        assertThat(reads(BO, chat)).isEmpty();
        refused(
                chat,
                Reason.UNKNOWN_ENTRY,
                () -> shop.agent(BO).redact(chat, first.orElseThrow().sequence()));
        assertThat(customerReads(chat)).hasSize(2).endsWith("Asha: A little.");
        assertThat(reads(ASHA, chat)).contains("Mine", "A little.");
    }

    @Test
    @DisplayName(
            "B-28 B-37 B-41 B-44 B-48 B-54 given a collaborator's reply was sent and they were removed, when it is "
                    + "redacted, then only an admin can, the customer sees an empty place, and a retry does not bring it back")
    void redactedAfterRemoval() {
        var notifier = new RecordingNotifier();
        var relay = shop.host(builder -> builder.notifier(notifier)).relay("one");
        var chat = shop.assignedWith(BO);
        var bo = shop.agent(BO).keyed(KEY);
        var first = bo.reply(chat, "My number is CANARY");
        long reply = first.orElseThrow().sequence();
        while (relay.pumpOnce() > 0) {
            // Until it is sent.
        }
        assertThat(notifier.toCustomers()).hasSize(1);
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).redact(chat, reply));
        refused(chat, Reason.NOT_PERMITTED, () -> shop.agent(ASHA).redact(chat, reply));
        refused(chat, Reason.NOT_PERMITTED, () -> shop.agent(SUE).redact(chat, reply));
        long version = shop.customer().view(chat).orElseThrow().version();

        assertThat(told(() -> shop.agent(ADA).redact(chat, reply))).containsExactly("OUTGOING_REDACTED carl");

        assertThat(customerReads(chat)).hasSize(2).endsWith("Asha: (gone)");
        assertThat(shop.customer().view(chat).orElseThrow().version()).isGreaterThan(version);
        assertThat(bo.reply(chat, "My number is CANARY")).isEqualTo(first);
        assertThat(shop.entries(chat).toString()).doesNotContain("CANARY");
        assertThat(shop.lastEntry(chat).author().id()).isEqualTo(ADA.value());
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
    }

    @Test
    @DisplayName(
            "B-18 B-21 B-54 B-71 given a group was invited, when a member who left it, one who joined it and a third "
                    + "accept, then membership now decides, the first wins, and the former member reads no more than that they were asked")
    void membershipWhenAccepted() {
        var chat = shop.assigned();
        assertThat(told(() -> shop.agent(ASHA).inviteGroup(chat, ACCESSORIES, AddOptions.at(Level.ADVISER))))
                .containsExactlyInAnyOrder("INVITED bo", "INVITED cy");
        shop.people.change(CY, person -> person.groups(FOOTWEAR)).change(MO, person -> person.groups(ACCESSORIES));

        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(CY).accept(chat));
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(CY).invitation(chat));
        assertThat(sight(MO, chat)).isEqualTo(NOTHING);
        assertThat(told(() -> shop.agent(MO).accept(chat))).containsExactly("ANSWERED asha");

        refused(chat, Reason.ALREADY_TAKEN, () -> shop.agent(BO).accept(chat));
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(CY).accept(chat));
        shop.people.change(CY, person -> person.groups(ACCESSORIES));
        refused(chat, Reason.ALREADY_TAKEN, () -> shop.agent(CY).accept(chat));
        shop.people.change(MO, person -> person.groups(FOOTWEAR));
        assertThat(sight(MO, chat)).isEqualTo("OPEN asha [mo ADVISER]");
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
        assertThat(sight(CY, chat)).isEqualTo(NOTHING);
    }
}
