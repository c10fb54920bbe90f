package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.DORA;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.ErasurePlace;
import dev.collab.ErasureProgress;
import dev.collab.SystemDesk;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.CustomerEntry;
import dev.collab.conversation.OpenRequest;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.EntryKind;
import dev.collab.model.IdentityPolicy;
import dev.collab.model.TimelineEntry;
import dev.collab.spi.CollaborationQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Erasure")
class ErasureTest {
    private final Shop shop = Shop.open();
    private final SystemDesk privacy = shop.collab.system("privacy");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000})
    @DisplayName(
            "B-69 a customer's words and name are gone from everything stored, and the facts stay, whatever the batch")
    void customer(int most) {
        var chat = told("CANARY Carl");
        var other = told("CANARY Carl");
        var dora = shop.collab
                .customer(DORA)
                .open(OpenRequest.of(INBOX, Channel.LIVE_CHAT, "Hello")
                        .from("Dora")
                        .forGroup(FOOTWEAR))
                .orElseThrow();
        var before = List.of(shop.entries(chat), shop.entries(other));
        var untouched = shop.entries(dora);

        assertThat(all(from -> privacy.eraseCustomer(CARL, from, most))).isPositive();

        assertThat(everything(chat) + everything(other)).doesNotContain("CANARY");
        assertPlacesStay(before, chat, other);
        assertThat(shop.entries(dora)).isEqualTo(untouched);
        assertThat(Story.folded(shop, chat)).isEqualTo(shop.head(chat));
        assertThat(shop.customer().view(chat).orElseThrow().subject()).isEmpty();
        assertThat(shop.head(chat).customerName()).isEqualTo("(erased)");
    }

    @Test
    @DisplayName("B-69 what agents wrote stays, and their notes stay theirs")
    void agentsWords() {
        var chat = told("Carl");
        shop.agent(ASHA).note(chat, "He was friendly.").orElseThrow();

        all(from -> privacy.eraseCustomer(CARL, from, 100));

        assertThat(Story.texts(shop, ASHA, chat)).contains("A reply.", "He was friendly.");
    }

    @Test
    @DisplayName("B-69 done again it changes nothing, so whoever was cut short may start anew")
    void again() {
        var chat = told("CANARY Carl");
        var cut = privacy.eraseCustomer(CARL, Optional.empty(), 2);
        assertThat(cut.next())
                .hasValueSatisfying(place -> assertThat(place.sequence()).isEqualTo(2));

        all(from -> privacy.eraseCustomer(CARL, from, 2));
        assertThat(everything(chat)).doesNotContain("CANARY");
        var before = Story.stored(shop, chat);

        assertThat(all(from -> privacy.eraseCustomer(CARL, from, 100))).isZero();
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-38 B-69 the customer's version rises when their words go, and hears of it")
    void customersVersion() {
        var chat = told("Carl");
        var before = shop.customer().view(chat).orElseThrow().version();
        int signals = shop.signal.customerChanges().size();

        all(from -> privacy.eraseCustomer(CARL, from, 100));

        assertThat(shop.customer().view(chat).orElseThrow().version()).isEqualTo(before + 1);
        assertThat(shop.signal.customerChanges()).hasSize(signals + 1);
        assertThat(shop.entries(chat, EntryKind.ERASED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.author().id()).isEqualTo("privacy"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 1_000})
    @DisplayName("B-69 an agent's name is gone from entries, heads and ended collaborations; what they wrote stays")
    void agent(int most) {
        var chat = helped("CANARY Bo");

        assertThat(all(from -> privacy.eraseAgent(BO, INBOX, from, most))).isPositive();

        assertThat(everything(chat)).doesNotContain("CANARY");
        assertThat(Story.texts(shop, ADA, chat)).contains("From Bo.", "Noted by Bo.", "Again from Bo.");
        assertThat(Story.folded(shop, chat)).isEqualTo(shop.head(chat));
        assertThat(everything(chat)).contains("Asha", "Cy");
    }

    @Test
    @DisplayName("B-37 B-69 customers read the inbox's name where they read the erased agent's, whoever wrote under it")
    void presentedName() {
        shop.settings(now -> now.withPublicName("The shop"));
        shop.people.change(ASHA, person -> person.publicName("CANARY Asha"));
        var chat = shop.assignedWith(BO);
        shop.agent(ASHA).reply(chat, "From Asha.").orElseThrow();
        shop.agent(BO).reply(chat, "From Bo under her name.").orElseThrow();
        shop.conversations(now -> now.withIdentity(IdentityPolicy.AUTHOR));
        shop.agent(BO).reply(chat, "From Bo under his own.").orElseThrow();
        var version = shop.customer().view(chat).orElseThrow().version();

        all(from -> privacy.eraseAgent(ASHA, INBOX, from, 100));

        assertThat(Story.messages(shop, chat).stream()
                        .filter(CustomerEntry.Reply.class::isInstance)
                        .map(entry -> ((CustomerEntry.Reply) entry).from()))
                .containsExactly("The shop", "The shop", "Bo");
        assertThat(shop.customer().view(chat).orElseThrow().version()).isEqualTo(version + 1);
    }

    @Test
    @DisplayName(
            "B-69 an agent is erased in one inbox at a time, and nobody of the same id on the other side with them")
    void bounded() {
        var carl = new AgentId("carl");
        shop.people.add(carl, "CANARY agent Carl", person -> person.groups(Shop.ACCESSORIES));
        var chat = shop.assigned();
        shop.add(chat, carl);
        shop.agent(carl).reply(chat, "I am an agent.").orElseThrow();

        all(from -> privacy.eraseCustomer(new CustomerId("carl"), from, 100));
        assertThat(everything(chat)).contains("CANARY agent Carl").contains("I am an agent.");
        all(from -> privacy.eraseAgent(carl, Shop.ELSEWHERE, from, 100));
        assertThat(everything(chat)).contains("CANARY agent Carl");
        all(from -> privacy.eraseAgent(carl, INBOX, from, 100));
        assertThat(everything(chat)).doesNotContain("CANARY").contains("I am an agent.");
    }

    @Test
    @DisplayName("B-69 attributes of the case that look like a name are the host's, and stay")
    void attributes() {
        var facts = new CaseFacts(FOOTWEAR, Set.of(), Map.of("agent", "bo", "agent.name", "Bo"));
        var chat = shop.claimed(shop.opened(Channel.LIVE_CHAT, facts));

        all(from -> privacy.eraseAgent(BO, INBOX, from, 100));

        assertThat(shop.head(chat).facts()).isEqualTo(facts);
        assertThat(Story.folded(shop, chat)).isEqualTo(shop.head(chat));
    }

    /** Does batch after batch until all is done, and counts those that changed something. */
    private static int all(Function<Optional<ErasurePlace>, ErasureProgress> erase) {
        int changed = 0;
        Optional<ErasurePlace> place = Optional.empty();
        do {
            var progress = erase.apply(place);
            changed += progress.changed();
            place = progress.next();
        } while (place.isPresent());
        return changed;
    }

    /** Carl's ticket, with everything of his that can be stored. */
    private ConversationId told(String name) {
        var ticket = shop.customer()
                .open(OpenRequest.of(INBOX, Channel.EMAIL_TICKET, "CANARY text")
                        .subject("CANARY subject")
                        .from(name)
                        .forGroup(FOOTWEAR))
                .orElseThrow();
        shop.claimed(ticket);
        shop.agent(ASHA).reply(ticket, "A reply.").orElseThrow();
        shop.agent(ASHA).resolve(ticket).orElseThrow();
        shop.customer().write(ticket, "CANARY again").orElseThrow();
        return ticket;
    }

    /** A chat in which Bo did everything whose entries have his name. */
    private ConversationId helped(String name) {
        shop.people.change(BO, person -> person.name(name).publicName(name));
        shop.policy(policy -> policy.withRules(
                AddRule.allow("ask", Adder.ASSIGNEE, Adder.SUPERVISOR).byInvitation(),
                AddRule.allow("on", Adder.COLLABORATOR)));
        shop.conversations(now -> now.withIdentity(IdentityPolicy.AUTHOR));
        var chat = shop.assigned();
        shop.agent(ASHA)
                .addCollaborator(chat, BO, AddOptions.NONE.asking("Bo?"))
                .orElseThrow();
        shop.agent(BO).accept(chat).orElseThrow();
        shop.agent(BO).reply(chat, "From Bo.").orElseThrow();
        shop.agent(BO).note(chat, "Noted by Bo.").orElseThrow();
        shop.agent(BO).addCollaborator(chat, CY).orElseThrow();
        shop.agent(BO).leave(chat).orElseThrow();
        shop.agent(SUE).addCollaborator(chat, BO).orElseThrow();
        shop.agent(BO).accept(chat).orElseThrow();
        shop.agent(ASHA).transfer(chat, BO).orElseThrow();
        shop.agent(BO).reply(chat, "Again from Bo.").orElseThrow();
        shop.agent(BO).transferAndStay(chat, ASHA).orElseThrow();
        return chat;
    }

    private String everything(ConversationId conversation) {
        var until = Instant.parse("9999-01-01T00:00:00Z");
        return shop.head(conversation) + "\n" + shop.entries(conversation) + "\n"
                + shop.storage
                        .collaborations()
                        .find(new CollaborationQuery(null, conversation, Instant.EPOCH, until, null, 100));
    }

    private void assertPlacesStay(List<List<TimelineEntry>> before, ConversationId... conversations) {
        for (int number = 0; number < conversations.length; number++) {
            var places = before.get(number).stream().map(TimelineEntry::place).toList();
            assertThat(shop.entries(conversations[number]).stream()
                            .limit(places.size())
                            .map(TimelineEntry::place))
                    .isEqualTo(places);
        }
    }
}
