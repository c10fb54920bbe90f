package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.ELSEWHERE;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.LEO;
import static dev.collab.rules.Shop.SUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.ErasurePlace;
import dev.collab.ErasureProgress;
import dev.collab.SystemDesk;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.OpenRequest;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.Channel;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.model.IdentityPolicy;
import dev.collab.model.InboxId;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.outcome.Reason;
import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Erasure after everything else")
class ErasedEverywhereTest {
    private static final String CANARY = "CANARY";

    private final Shop shop = Shop.open().ledElsewhere();
    private final SystemDesk privacy = shop.collab.system("privacy");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1_000})
    @DisplayName(
            "B-24 B-69 the name goes also with a collaboration whose time is over and that no command has ended yet")
    void timeIsOver(int most) {
        shop.policy(policy ->
                policy.withRules(AddRule.allow("an hour", Adder.ASSIGNEE).lasting(Duration.ofHours(1))));
        named(BO);
        var chat = shop.assignedWith(BO);
        shop.agent(BO).note(chat, "Noted.").orElseThrow();
        shop.time.advance(Duration.ofHours(2));

        eraseAgent(BO, INBOX, most);
        assertGone(chat);
        shop.agent(ASHA).note(chat, "Later").orElseThrow();
        assertGone(chat);
    }

    @Test
    @DisplayName("B-7 B-69 the name goes also with a collaboration that switching off has ended")
    void switchedOff() {
        named(BO);
        var chat = shop.assignedWith(BO);
        shop.policy(policy -> policy.withEnabled(false));

        eraseAgent(BO, INBOX, 100);
        assertGone(chat);
        shop.agent(ASHA).note(chat, "Later").orElseThrow();
        assertGone(chat);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1_000})
    @DisplayName(
            "B-66 B-69 after a move the name goes in the inbox the conversation is in now, the archive of the old one too")
    void moved(int most) {
        named(BO, CY);
        shop.policy(policy -> policy.withRules(AddRule.allow("all", Adder.ASSIGNEE, Adder.COLLABORATOR)));
        var chat = shop.assignedWith(BO);
        shop.agent(BO).addCollaborator(chat, CY).orElseThrow();
        shop.agent(BO).leave(chat).orElseThrow();
        shop.agent(SUE).move(chat, ELSEWHERE, Optional.of(ACCESSORIES)).orElseThrow();
        assertThat(shop.head(chat).collaborationOf(CY)).isPresent();

        eraseAgent(BO, ELSEWHERE, most);
        eraseAgent(CY, ELSEWHERE, most);
        assertGone(chat);
        shop.agent(LEO).join(chat).orElseThrow();
        shop.agent(LEO).removeCollaborator(chat, CY).orElseThrow();
        assertGone(chat);
    }

    @Test
    @DisplayName("B-67 B-69 who merged, and who joined by it, leave no name in source and target")
    void merged() {
        named(BO, SUE);
        var source = shop.assignedWith(BO);
        var target = shop.assigned();
        shop.agent(SUE).merge(source, target).orElseThrow();

        eraseAgent(BO, INBOX, 2);
        eraseAgent(SUE, INBOX, 2);

        assertGone(source);
        assertGone(target);
    }

    @Test
    @DisplayName("B-67 B-69 a merge that is completed after the erasure brings back no name of who began it")
    void completedLater() {
        named(SUE);
        var source = shop.assignedWith(BO);
        var target = shop.assigned();
        var cut = Story.host(shop, (method, arguments, real) -> {
            if (method.equals("commit") && ((Commit) arguments[0]).head().id().equals(target)) {
                throw StorageException.nothingChanged("no connection", new IllegalStateException());
            }
            return real.call();
        });
        assertThatThrownBy(() -> cut.agent(SUE).merge(source, target))
                .isInstanceOf(CommandOutcomeUnknownException.class);

        eraseAgent(SUE, INBOX, 100);
        shop.agent(ADA).merge(source, target).orElseThrow();

        assertThat(shop.head(target).collaborationOf(BO)).isPresent();
        assertGone(source);
        assertGone(target);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000})
    @DisplayName("B-18 B-69 who asked a group, and who accepted for it, leave no name, pending or over")
    void groups(int most) {
        named(ASHA, BO);
        var chat = shop.assigned();
        shop.agent(ASHA).inviteGroup(chat, ACCESSORIES, AddOptions.NONE).orElseThrow();
        shop.agent(BO).accept(chat).orElseThrow();
        shop.agent(ASHA).inviteGroup(chat, FOOTWEAR, AddOptions.NONE).orElseThrow();

        eraseAgent(ASHA, INBOX, most);
        eraseAgent(BO, INBOX, most);

        assertGone(chat);
        forgotten(ASHA, BO);
        shop.agent(ASHA).withdrawInvitation(chat, FOOTWEAR).orElseThrow();
        shop.agent(BO).leave(chat).orElseThrow();
        assertGone(chat);
    }

    @Test
    @DisplayName("B-48 B-69 who redacted leaves no name, agent or customer, and what was redacted stays empty")
    void redacted() {
        named(BO);
        shop.conversations(now -> now.withIdentity(IdentityPolicy.AUTHOR));
        var chat = carls();
        shop.add(chat, BO);
        long reply = shop.agent(BO).reply(chat, "CANARY reply").orElseThrow().sequence();
        shop.agent(BO).redact(chat, reply).orElseThrow();
        long written = shop.customer().write(chat, "CANARY words").orElseThrow().sequence();
        shop.customer().redact(chat, written).orElseThrow();

        eraseAgent(BO, INBOX, 1);
        all(from -> privacy.eraseCustomer(CARL, from, 1));

        assertGone(chat);
    }

    @Test
    @DisplayName("B-66 B-67 B-69 a customer is erased wherever their conversations were moved or merged to")
    void customer() {
        var source = carls();
        var target = carls();
        var moved = carls();
        shop.agent(SUE).merge(source, target).orElseThrow();
        shop.customer().write(source, "CANARY, and it goes to the target").orElseThrow();
        shop.agent(SUE).move(moved, ELSEWHERE, Optional.empty()).orElseThrow();
        shop.customer().write(moved, "CANARY, and it is elsewhere").orElseThrow();

        all(from -> privacy.eraseCustomer(CARL, from, 2));

        assertGone(source);
        assertGone(target);
        assertGone(moved);
        assertThat(Story.customerTexts(shop, shop.chat())).isNotEmpty();
    }

    @Test
    @DisplayName("B-38 B-69 the customer's version rises whatever else of theirs the batch takes after their words")
    void customersVersion() {
        var chat = carls();
        long written = shop.customer().write(chat, "CANARY words").orElseThrow().sequence();
        shop.customer().redact(chat, written).orElseThrow();
        var version = shop.customer().view(chat).orElseThrow().version();

        all(from -> privacy.eraseCustomer(CARL, from, 100));

        assertThat(shop.customer().view(chat).orElseThrow().version()).isEqualTo(version + 1);
    }

    @Test
    @DisplayName("B-48 P-9 an agent of the customer's id redacts nothing of the customer's")
    void namesake() {
        var carl = new AgentId(CARL.value());
        shop.people.add(carl, "Carl", person -> person.groups(ACCESSORIES));
        var chat = shop.assigned();
        shop.add(chat, carl);

        assertThat(Shop.reason(shop.agent(carl).redact(chat, 1))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(shop.entries(chat).get(1).redacted()).isFalse();
    }

    private ConversationId carls() {
        return shop.claimed(shop.customer()
                .open(OpenRequest.of(INBOX, Channel.EMAIL_TICKET, "CANARY first")
                        .subject("CANARY subject")
                        .from("CANARY Carl")
                        .forGroup(FOOTWEAR))
                .orElseThrow());
    }

    private void named(AgentId... agents) {
        for (var agent : agents) {
            shop.people.change(agent, person -> person.name("CANARY " + agent).publicName("CANARY public " + agent));
        }
    }

    /** As hosts are told to: the directory forgets the name first. */
    private void forgotten(AgentId... agents) {
        for (var agent : agents) {
            shop.people.change(agent, person -> person.name("Nobody").publicName("Nobody"));
        }
    }

    private void eraseAgent(AgentId agent, InboxId inbox, int most) {
        all(from -> privacy.eraseAgent(agent, inbox, from, most));
    }

    private static void all(Function<Optional<ErasurePlace>, ErasureProgress> erase) {
        Optional<ErasurePlace> place = Optional.empty();
        do {
            place = erase.apply(place).next();
        } while (place.isPresent());
    }

    /** Head, entries, collaborations in force and archived, settings, and whatever lies in the outbox. */
    private void assertGone(ConversationId conversation) {
        var until = Instant.parse("9999-01-01T00:00:00Z");
        var collaborations = shop.storage
                .collaborations()
                .find(new CollaborationQuery(null, conversation, Instant.EPOCH, until, null, 100));
        assertThat(shop.head(conversation).toString()).doesNotContain(CANARY);
        assertThat(shop.entries(conversation).toString()).doesNotContain(CANARY);
        assertThat(collaborations.toString()).doesNotContain(CANARY);
        assertThat(Post.taken(shop).toString()).doesNotContain(CANARY);
        assertThat(shop.storage.inboxes().history(INBOX, Long.MAX_VALUE, 100).toString())
                .doesNotContain(CANARY);
        assertThat(Story.folded(shop, conversation)).isEqualTo(shop.head(conversation));
    }
}
