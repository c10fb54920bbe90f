package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.BOT;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.ELSEWHERE;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.collaboration.AddOptions;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.Candidates;
import dev.collab.model.CaseCondition;
import dev.collab.model.Channel;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.CollaborationState;
import dev.collab.model.ConversationId;
import dev.collab.model.EndReason;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import dev.collab.outcome.Reason;
import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.CollaborationRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Collaborators of what is moved")
class MovedCollaboratorsTest {
    private static final Optional<GroupId> NO_GROUP = Optional.empty();
    private static final AddRule ANYBODY = AddRule.allow("anybody", Adder.ASSIGNEE);

    private final Shop shop = Shop.open().ledElsewhere();

    @Test
    @DisplayName("B-66 whom a rule there would let somebody add stays as they are")
    void stays() {
        var chat = shop.assignedWith(BO, CY);
        var before = shop.head(chat).collaborations();

        assertThat(left(chat, NO_GROUP)).isEmpty();

        long epoch = shop.storage.inboxes().load(ELSEWHERE).epoch();
        assertThat(shop.head(chat).collaborations())
                .isEqualTo(before.stream().map(grant -> grant.withEpoch(epoch)).toList());
        assertThat(shop.agent(BO).reply(chat, "Still here").isDone()).isTrue();
    }

    @Test
    @DisplayName("B-66 B-7 from the move on only the switch of the new inbox ends them")
    void theNewEpochCounts() {
        // The epochs of the two inboxes differ, so neither can be taken for the other.
        shop.elsewhere().disableCollaboration().orElseThrow();
        shop.elsewhere().enableCollaboration().orElseThrow();
        var chat = shop.assignedWith(BO);
        assertThat(left(chat, NO_GROUP)).isEmpty();

        shop.admin().disableCollaboration().orElseThrow();
        assertThat(shop.agent(BO).view(chat).isDone()).isTrue();
        shop.elsewhere().disableCollaboration().orElseThrow();
        assertThat(reason(shop.agent(BO).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-66 B-7 what had ended before the move is not revived by it")
    void nobodyIsRevived() {
        var chat = shop.assignedWith(BO);
        shop.admin().disableCollaboration().orElseThrow();

        assertThat(left(chat, NO_GROUP)).isEmpty();

        assertThat(shop.head(chat).collaborations()).isEmpty();
        assertThat(archived(chat)).extracting(CollaborationRecord::reason).containsExactly(EndReason.SWITCHED_OFF);
    }

    @Test
    @DisplayName("B-66 while collaboration is off there, everybody leaves")
    void off() {
        var chat = shop.assignedWith(BO, CY);
        shop.elsewhere().disableCollaboration().orElseThrow();

        assertThat(left(chat, NO_GROUP)).containsExactly(BO, CY);
        assertThat(reason(shop.agent(BO).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-66 the oldest stay up to the limit there")
    void limit() {
        var chat = shop.assignedWith(CY, BO, FIN);
        there(policy -> policy.withLimit(2));

        assertThat(left(chat, NO_GROUP)).containsExactly(FIN);
    }

    @Test
    @DisplayName("B-66 a rule there has to allow at least their level")
    void level() {
        var chat = shop.assignedWith(BO);
        shop.agent(ASHA).addCollaborator(chat, CY, AddOptions.at(Level.ADVISER)).orElseThrow();
        there(policy -> policy.withRules(ANYBODY.upTo(Level.ADVISER)));

        assertThat(left(chat, NO_GROUP)).containsExactly(BO);
    }

    @Test
    @DisplayName("B-66 a rule there has to be for the case as it is there")
    void caseOfTheRule() {
        var group = AddRule.allow("footwear", Adder.ASSIGNEE).when(CaseCondition.ANY.group(ACCESSORIES));
        there(policy -> policy.withRules(group, ANYBODY.when(CaseCondition.ANY.channel(Channel.EMAIL_TICKET))));
        var fits = shop.assignedWith(BO);
        var fitsNot = shop.assignedWith(BO);

        assertThat(left(fits, Optional.of(ACCESSORIES))).isEmpty();
        assertThat(left(fitsNot, NO_GROUP)).containsExactly(BO);
    }

    @Test
    @DisplayName("B-66 peers are those of the conversation's group there, superiors those who lead there")
    void peersAndSuperiors() {
        there(policy -> policy.withRules(
                AddRule.allow("peers", Adder.ASSIGNEE).toAdd(Candidates.PEERS),
                AddRule.allow("superiors", Adder.ASSIGNEE).toAdd(Candidates.SUPERIORS)));
        shop.people.change(MO, person -> person.role(ELSEWHERE, InboxRole.ADMIN));
        var chat = shop.assignedWith(BO, FIN, MO, ADA);
        var groupless = shop.assignedWith(BO);

        assertThat(left(chat, Optional.of(ACCESSORIES))).containsExactly(FIN, ADA);
        assertThat(left(groupless, NO_GROUP)).containsExactly(BO);
    }

    @Test
    @DisplayName("B-16 B-66 bots stay only if the policy there says so")
    void bots() {
        shop.policy(policy -> policy.withBotsAllowed(true));
        var chat = shop.assignedWith(BOT);
        var other = shop.assignedWith(BOT);

        assertThat(left(chat, NO_GROUP)).containsExactly(BOT);
        there(policy -> policy.withBotsAllowed(true));
        assertThat(left(other, NO_GROUP)).isEmpty();
    }

    @Test
    @DisplayName("B-66 who is inactive, unknown by now, or the customer does not stay; who is offline does")
    void people() {
        there(policy -> policy.withOfflineAllowed(false));
        var chat = shop.assignedWith(BO, CY, FIN, MO);
        shop.people.deactivate(BO);
        shop.people.remove(CY);
        shop.people.change(FIN, person -> person.customer(CARL));
        shop.people.change(MO, person -> person.presence(Presence.OFFLINE));

        assertThat(left(chat, NO_GROUP)).containsExactly(BO, CY, FIN);
    }

    @Test
    @DisplayName("B-35 B-66 leads who joined stay where they lead as well, whatever the rules")
    void joinedLeads() {
        there(policy -> policy.withRules());
        shop.people.change(ADA, person -> person.role(ELSEWHERE, InboxRole.ADMIN));
        var chat = shop.assigned();
        shop.agent(ADA).join(chat).orElseThrow();
        shop.agent(SUE).join(chat).orElseThrow();

        assertThat(left(chat, NO_GROUP)).containsExactly(SUE);
        assertThat(shop.head(chat).collaborations())
                .extracting(Collaboration::agent)
                .containsExactly(ADA);
    }

    @Test
    @DisplayName("B-64 B-66 the suspended stay or leave by the same policy, and stay suspended")
    void suspended() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        shop.add(ticket, FIN);
        shop.agent(ASHA).resolve(ticket).orElseThrow();
        there(policy -> policy.withRules(ANYBODY.toAdd(ACCESSORIES)));

        assertThat(left(ticket, NO_GROUP)).containsExactly(FIN);

        assertThat(shop.head(ticket).collaborations())
                .extracting(Collaboration::state)
                .containsExactly(CollaborationState.SUSPENDED);
        shop.customer().write(ticket, "Hello?").orElseThrow();
        assertThat(shop.agent(BO).reply(ticket, "Hello").isDone()).isTrue();
    }

    @Test
    @DisplayName("B-24 B-66 a time box goes on")
    void timeBox() {
        shop.policy(policy -> policy.withRules(ANYBODY.lasting(Duration.ofHours(1))));
        var chat = shop.assignedWith(BO);
        assertThat(left(chat, NO_GROUP)).isEmpty();

        shop.time.advance(Duration.ofHours(1));

        assertThat(reason(shop.agent(BO).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName(
            "B-6 B-66 B-68 entries carry the settings they rest on, the archive the old inbox, the head is their fold")
    void entries() {
        var chat = shop.assignedWith(BO, CY);
        there(policy -> policy.withLimit(1));
        there(policy -> policy.withBotsAllowed(true));
        long revision = shop.storage.inboxes().load(ELSEWHERE).revision();
        assertThat(revision).isNotEqualTo(shop.settings().revision());

        assertThat(left(chat, NO_GROUP)).containsExactly(CY);

        var ended = shop.entries(chat, EntryKind.COLLABORATION_ENDED).get(0);
        var moved = shop.entries(chat, EntryKind.MOVED).get(0);
        assertThat(ended.sequence()).isLessThan(moved.sequence());
        assertThat(ended.facts()).containsEntry("reason", EndReason.MOVED.name());
        assertThat(List.of(ended, moved))
                .extracting(entry -> entry.settingsRevision())
                .containsOnly(revision);
        assertThat(archived(chat)).extracting(CollaborationRecord::inbox).containsExactly(INBOX);
        assertThat(inForce(ELSEWHERE))
                .extracting(one -> one.collaboration().agent())
                .containsExactly(BO);
        assertThat(Story.folded(shop, chat)).isEqualTo(shop.head(chat));
    }

    private List<AgentId> left(ConversationId chat, Optional<GroupId> group) {
        return shop.agent(SUE).move(chat, ELSEWHERE, group).orElseThrow().left();
    }

    private void there(UnaryOperator<CollaborationSettings> change) {
        var now = shop.elsewhere().settings().orElseThrow();
        shop.elsewhere()
                .change(now.withCollaboration(change.apply(now.collaboration())))
                .orElseThrow();
    }

    private List<CollaborationRecord> archived(ConversationId chat) {
        return found(null, chat).stream().filter(one -> one.reason() != null).toList();
    }

    private List<CollaborationRecord> inForce(InboxId inbox) {
        return found(inbox, null).stream().filter(one -> one.reason() == null).toList();
    }

    private List<CollaborationRecord> found(InboxId inbox, ConversationId chat) {
        var now = shop.time.instant();
        return shop.storage
                .collaborations()
                .find(new CollaborationQuery(inbox, chat, now.minusSeconds(60), now.plusSeconds(60), null, 100));
    }
}
