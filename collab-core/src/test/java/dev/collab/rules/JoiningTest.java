package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.ZED;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupReading;
import dev.collab.model.InboxRole;
import dev.collab.model.Level;
import dev.collab.outcome.Reason;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Joining")
class JoiningTest {
    private final Shop shop = Shop.open();

    @Test
    @DisplayName(
            "B-35 makes a lead a collaborator without being added, and the entry says who, how and by which settings")
    void joins() {
        for (var lead : List.of(SUE, ADA)) {
            var chat = shop.assigned();

            var joined = shop.agent(lead).join(chat).orElseThrow();

            assertThat(shop.head(chat).collaborationOf(lead)).hasValueSatisfying(grant -> {
                assertThat(joined.collaboration()).contains(grant.id());
                assertThat(grant.origin()).isEqualTo(CollaborationOrigin.JOINED);
                assertThat(grant.addedBy().isAgent(lead)).isTrue();
                assertThat(grant.level()).isEqualTo(Level.RESPONDER);
                assertThat(grant.rule()).isNull();
            });
            assertThat(shop.lastEntry(chat)).satisfies(entry -> {
                assertThat(entry.kind()).isEqualTo(EntryKind.COLLABORATION_STARTED);
                assertThat(entry.author().isAgent(lead)).isTrue();
                assertThat(entry.facts()).containsEntry("origin", "JOINED").doesNotContainKey("rule");
                assertThat(entry.settingsRevision()).isEqualTo(shop.settings().revision());
            });
            assertThat(shop.agent(lead).reply(chat, "Sue here.").isDone()).isTrue();
        }
    }

    @Test
    @DisplayName("B-35 needs no rule and no assignee")
    void needsNoRule() {
        shop.policy(policy -> policy.withRules());

        assertThat(shop.agent(SUE).join(shop.assigned()).isDone()).isTrue();
        assertThat(shop.agent(ADA).join(shop.chat()).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-35 comes before replying: leads do not reply or write notes from outside")
    void notFromOutside() {
        for (var lead : List.of(SUE, ADA)) {
            var chat = shop.assigned();
            var before = shop.entries(chat);

            assertThat(reason(shop.agent(lead).reply(chat, "Sue here."))).isEqualTo(Reason.NOT_A_PARTICIPANT);
            assertThat(reason(shop.agent(lead).note(chat, "Sue here."))).isEqualTo(Reason.NOT_A_PARTICIPANT);
            assertThat(shop.entries(chat)).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("B-35 is for leads only: not for readers, collaborators, or leads of something else")
    void leadsOnly() {
        var pat = new AgentId("pat");
        var oz = new AgentId("oz");
        shop.people.add(
                pat, "Pat", person -> person.role(INBOX, InboxRole.SUPERVISOR).groups(ACCESSORIES));
        shop.people.add(oz, "Oz", person -> person.role(Shop.ELSEWHERE, InboxRole.ADMIN));
        shop.conversations(now -> now.withReading(GroupReading.ALL, true));
        var chat = shop.assignedWith(BO);

        for (var reader : List.of(FIN, MO, BO, ASHA, pat)) {
            assertThat(reason(shop.agent(reader).join(chat))).as(reader.value()).isEqualTo(Reason.NOT_PERMITTED);
        }
        for (var stranger : List.of(ZED, oz)) {
            assertThat(reason(shop.agent(stranger).join(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        }
    }

    @Test
    @DisplayName("B-35 twice, or after being added, changes nothing")
    void twice() {
        var chat = shop.assigned();
        var first = shop.agent(SUE).join(chat).orElseThrow();
        var ada = shop.add(chat, ADA);
        var before = shop.entries(chat);

        var second = shop.agent(SUE).join(chat).orElseThrow();
        var added = shop.agent(ADA).join(chat).orElseThrow();

        assertThat(first.known()).isFalse();
        assertThat(second.known()).isTrue();
        assertThat(second.collaboration()).isEqualTo(first.collaboration());
        assertThat(added.collaboration()).isEqualTo(ada.collaboration());
        assertThat(shop.entries(chat)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-35 is refused where no place is left, and on a conversation that is not open")
    void placeAndState() {
        shop.policy(policy -> policy.withLimit(1));
        var full = shop.assignedWith(BO);
        var resolved = shop.assigned();
        shop.agent(ASHA).resolve(resolved).orElseThrow();
        var closed = shop.assigned();
        shop.agent(ADA).close(closed).orElseThrow();

        assertThat(reason(shop.agent(SUE).join(full))).isEqualTo(Reason.LIMIT_REACHED);
        assertThat(reason(shop.agent(SUE).join(resolved))).isEqualTo(Reason.WRONG_STATE);
        assertThat(reason(shop.agent(ADA).join(closed))).isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    @DisplayName("B-35 replaces the lead's pending invitation and takes the place it held")
    void invitedLead() {
        shop.policy(policy -> policy.withLimit(1)
                .withRules(AddRule.allow("ask first", Adder.ASSIGNEE).byInvitation()));
        var chat = shop.assignedWith(SUE);

        shop.agent(SUE).join(chat).orElseThrow();

        assertThat(shop.head(chat).invitations()).isEmpty();
        assertThat(shop.collaborators(chat)).containsExactly(SUE);
        assertThat(shop.entries(chat, EntryKind.INVITATION_ENDED))
                .extracting(entry -> entry.facts().get("reason"))
                .containsExactly("REPLACED");
    }

    @Test
    @DisplayName("B-35 leaves a lead who left again where they were: reading from outside, without a word")
    void leavesAgain() {
        var chat = shop.assigned();
        shop.agent(SUE).join(chat).orElseThrow();
        shop.agent(SUE).leave(chat).orElseThrow();

        assertThat(shop.timeline(SUE, chat).isDone()).isTrue();
        assertThat(reason(shop.agent(SUE).reply(chat, "Me again."))).isEqualTo(Reason.NOT_A_PARTICIPANT);
    }
}
