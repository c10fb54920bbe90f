package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.NOBODY;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.ZED;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.collab.CandidateSearch;
import dev.collab.DryRunDesk;
import dev.collab.ListRequest;
import dev.collab.PolicyChange;
import dev.collab.PolicyChange.Adding;
import dev.collab.PolicyChangePage;
import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.Admission;
import dev.collab.collaboration.Candidate;
import dev.collab.collaboration.Collaborator;
import dev.collab.collaboration.RuleRefusal;
import dev.collab.collaboration.RuleRefusal.Cause;
import dev.collab.collaboration.RuleRefusals;
import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.Supposed;
import dev.collab.model.Acceptance;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.Candidates;
import dev.collab.model.CaseCondition;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.HistoryWindow;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Invitation;
import dev.collab.model.Level;
import dev.collab.model.WhenSwitchedOff;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A dry run")
class DryRunTest {
    private static final CaseFacts BOOTS = CaseFacts.of(FOOTWEAR);
    private static final CollaborationSettings ON = CollaborationSettings.OFF.withEnabled(true);
    private static final AddRule HELP = AddRule.allow("help", Adder.ASSIGNEE);

    @Test
    @DisplayName("B-1 is for admins of the inbox only, at each call")
    void adminsOnly() {
        var shop = Shop.open();
        for (var other : List.of(SUE, ASHA, ZED, NOBODY)) {
            refused(shop.collab.admin(other).inbox(Shop.INBOX).dryRun(ON));
        }
        var desk = shop.admin().dryRun(ON);
        assertThat(desk.changes(Optional.empty(), 10).isDone()).isTrue();

        shop.people.change(ADA, person -> person.active(false));

        refused(desk);
    }

    private static void refused(DryRunDesk desk) {
        assertThat(reason(desk.add(onChat(ASHA), BO, AddOptions.NONE))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(desk.candidates(onChat(ASHA), CandidateSearch.of(""))))
                .isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(desk.changes(Optional.empty(), 10))).isEqualTo(Reason.NOT_PERMITTED);
    }

    @Test
    @DisplayName("B-4 names the rule that would allow, the level, the acceptance and the time box")
    void allowed() {
        var policy = ON.withRules(
                HELP.when(CaseCondition.ANY.channel(Channel.EMAIL_TICKET)),
                AddRule.allow("ask", Adder.ASSIGNEE)
                        .toAdd(Candidates.SUPERIORS)
                        .byInvitation()
                        .lasting(Duration.ofHours(2)),
                AddRule.allow("advise", Adder.ASSIGNEE).upTo(Level.ADVISER).lasting(Duration.ofHours(1)));
        var desk = Shop.untouched().admin().dryRun(policy);

        assertThat(answer(desk, onChat(ASHA), BO))
                .isEqualTo(Outcome.done(new Admission(
                        BO,
                        "advise",
                        Level.ADVISER,
                        Acceptance.INSTANT,
                        Optional.of(Duration.ofHours(1)),
                        false,
                        false)));
        assertThat(answer(desk, onChat(ASHA), SUE))
                .isEqualTo(Outcome.done(new Admission(
                        SUE,
                        "ask",
                        Level.RESPONDER,
                        Acceptance.INVITATION,
                        Optional.of(Duration.ofHours(2)),
                        true,
                        false)));
        assertThat(answer(desk, Supposed.assignee(ASHA, Channel.EMAIL_TICKET, BOOTS), BO))
                .isEqualTo(Outcome.done(new Admission(
                        BO, "help", Level.RESPONDER, Acceptance.INSTANT, Optional.empty(), false, false)));
    }

    @Test
    @DisplayName("B-4 gives every rule's refusal")
    void refusals() {
        var desk = Shop.untouched()
                .admin()
                .dryRun(ON.withRules(
                        AddRule.allow("by lead", Adder.SUPERVISOR),
                        HELP.when(CaseCondition.ANY.topic("chargers")),
                        AddRule.allow("peers", Adder.ASSIGNEE).toAdd(Candidates.PEERS)));

        assertThat(answer(desk, onChat(ASHA), BO))
                .isEqualTo(Outcome.rejected(
                        Reason.CANDIDATE_UNAVAILABLE,
                        new RuleRefusals(List.of(
                                new RuleRefusal("by lead", Cause.ADDER),
                                new RuleRefusal("help", Cause.CASE),
                                new RuleRefusal("peers", Cause.CANDIDATE)))));
    }

    @Test
    @DisplayName("B-2 B-4 B-17 answers for what the agent would be: assignee, collaborator, or from outside")
    void parts() {
        var shop = Shop.untouched();
        var everybody = AddRule.allow("any", Adder.COLLABORATOR, Adder.ANY_AGENT, Adder.SUPERVISOR);
        var desk = shop.admin().dryRun(ON.withRules(everybody));
        var chat = Channel.LIVE_CHAT;

        assertThat(level(answer(desk, Supposed.collaborator(BO, Level.ADVISER, chat, BOOTS), CY)))
                .isEqualTo(Level.ADVISER);
        assertThat(level(answer(desk, Supposed.outside(SUE, chat, BOOTS), CY))).isEqualTo(Level.RESPONDER);
        assertThat(reason(answer(desk, Supposed.outside(FIN, chat, BOOTS), CY))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(answer(desk, Supposed.outside(FIN, chat, BOOTS).queued(), CY)))
                .isEqualTo(Reason.NO_ASSIGNEE);
        assertThat(level(answer(desk, Supposed.outside(SUE, chat, BOOTS).queued(), CY)))
                .isEqualTo(Level.RESPONDER);
        assertThat(reason(answer(desk, Supposed.outside(SUE, chat, BOOTS).assignedTo(CY), CY)))
                .isEqualTo(Reason.ALREADY_ASSIGNEE);
        assertThat(reason(answer(desk, Supposed.outside(NOBODY, chat, BOOTS), CY)))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(answer(shop.admin().dryRun(CollaborationSettings.OFF), onChat(ASHA), CY)))
                .isEqualTo(Reason.COLLABORATION_OFF);
    }

    @Test
    @DisplayName("B-4 B-12 B-15 bounds the answer by window, customer, limit and text as well")
    void bounds() {
        var shop = Shop.untouched();
        shop.people.change(CY, person -> person.customer(CARL));
        var rule = AddRule.allow("any", Adder.ASSIGNEE, Adder.COLLABORATOR);
        var desk = shop.admin().dryRun(ON.withRules(rule));
        var bo = Supposed.collaborator(BO, Level.RESPONDER, Channel.LIVE_CHAT, BOOTS);
        var full = AddOptions.NONE.reading(HistoryWindow.FULL);

        assertThat(desk.add(bo, FIN, full).orElseThrow().isDone()).isTrue();
        assertThat(reason(desk.add(bo.readingFromAdd(), FIN, full).orElseThrow()))
                .isEqualTo(Reason.WINDOW_TOO_WIDE);
        assertThat(answer(desk, bo, CY).isDone()).isTrue();
        assertThat(reason(answer(desk, bo.of(CARL), CY))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        assertThat(reason(desk.add(bo, FIN, AddOptions.NONE.asking(" ")).orElseThrow()))
                .isEqualTo(Reason.TEXT_BLANK);
        assertThat(reason(answer(shop.admin().dryRun(ON.withRules(rule).withLimit(1)), bo, FIN)))
                .isEqualTo(Reason.LIMIT_REACHED);
    }

    @Test
    @DisplayName("B-9 supposes of nobody that they collaborate on what is theirs")
    void contradiction() {
        var assignee = Supposed.collaborator(BO, Level.RESPONDER, Channel.LIVE_CHAT, BOOTS);

        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> assignee.assignedTo(BO))
                .withMessageContaining("collaborating");
    }

    @Test
    @DisplayName("B-5 finds who could be added today, page by page")
    void candidates() {
        var shop = Shop.untouched();
        var desk = shop.admin().dryRun(ON.withRules(HELP.toAdd(ACCESSORIES, FOOTWEAR)));

        var first = desk.candidates(onChat(ASHA), CandidateSearch.of("", 3))
                .orElseThrow()
                .orElseThrow();
        var search = CandidateSearch.of("", 3).from(first.next().orElseThrow());
        var second = desk.candidates(onChat(ASHA), search).orElseThrow().orElseThrow();

        assertThat(first.candidates()).extracting(Candidate::agent).containsExactly(BO, CY, FIN);
        assertThat(second.candidates()).extracting(Candidate::agent).containsExactly(SUE);
        assertThat(second.next()).isEmpty();
        assertThat(reason(desk.candidates(Supposed.outside(SUE, Channel.LIVE_CHAT, BOOTS), CandidateSearch.of(""))
                        .orElseThrow()))
                .isEqualTo(Reason.NOT_PERMITTED);
    }

    @Test
    @DisplayName("B-1 B-12 B-71 stores nothing, tells nobody and asks for nobody's capacity")
    void leavesNoTrace() {
        var asked = new ArrayList<AgentId>();
        var shop = Shop.open();
        var chat = shop.assignedWith(BO);
        var collab = shop.host(builder -> builder.capacity((agent, conversation) -> asked.add(agent)));
        var before = Story.stored(shop, chat);
        var settings = shop.settings();
        var drawn = shop.ids.next();

        var desk = collab.admin(ADA).inbox(Shop.INBOX).dryRun(CollaborationSettings.OFF);
        var told = Post.of(shop, () -> {
            desk.add(onChat(ASHA), CY, AddOptions.NONE).orElseThrow();
            collab.admin(ADA)
                    .inbox(Shop.INBOX)
                    .dryRun(ON)
                    .add(onChat(ASHA), CY, AddOptions.NONE)
                    .orElseThrow();
            desk.changes(Optional.empty(), 10).orElseThrow();
        });

        assertThat(told).isEmpty();
        assertThat(asked).isEmpty();
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        assertThat(shop.settings()).isEqualTo(settings);
        assertThat(shop.admin().history(Long.MAX_VALUE, 10).orElseThrow()).hasSize(1);
        assertThat(drawn).isNotEqualTo(shop.ids.next()).endsWith(before(shop.ids.next(), 2));
    }

    /** The number of the id drawn so many draws before this one. */
    private static String before(String id, int draws) {
        return "-" + (Long.parseLong(id.substring(3)) - draws);
    }

    @Test
    @DisplayName("B-7 B-23 says what switching off would end and cancel, by the policy's choice")
    void switchingOff() {
        var shop = Shop.ruledBy(
                HELP.toAdd(ACCESSORIES),
                AddRule.allow("ask", Adder.ASSIGNEE).toAdd(Candidates.SUPERIORS).byInvitation());
        var chat = shop.assignedWith(BO, SUE);
        var queued = shop.chat();
        var off = new Adding(Optional.of(Reason.COLLABORATION_OFF), Optional.empty(), false);
        var on = new Adding(Optional.empty(), Optional.of(Level.RESPONDER), true);
        var policy = shop.settings().collaboration().withEnabled(false);

        var ended = changes(shop.admin().dryRun(policy));
        var kept = changes(shop.admin().dryRun(policy.withWhenSwitchedOff(WhenSwitchedOff.KEEP)));

        assertThat(ended.lookedAt()).isEqualTo(2);
        assertThat(ended.changes())
                .extracting(PolicyChange::conversation)
                .containsExactly(chat)
                .doesNotContain(queued);
        var change = ended.changes().get(0);
        assertThat(change.assignee()).contains(ASHA);
        assertThat(change.ending()).extracting(Collaborator::agent).containsExactly(BO);
        assertThat(change.cancelled()).extracting(Invitation::agent).containsExactly(SUE);
        assertThat(change.before()).contains(on);
        assertThat(change.after()).contains(off);
        assertThat(kept.changes().get(0).ending()).isEmpty();
        assertThat(kept.changes().get(0).cancelled()).hasSize(1);
    }

    @Test
    @DisplayName("B-4 B-12 says where the assignee's right to add, its level or the place would change")
    void rights() {
        var shop = Shop.ruledBy(HELP);
        var chat = shop.assignedWith(BO);
        var ticket = shop.assignedTicket();

        var levels = shop.admin()
                .dryRun(ON.withRules(
                        HELP.upTo(Level.OBSERVER).when(CaseCondition.ANY.channel(Channel.LIVE_CHAT)),
                        AddRule.allow("more", Adder.ASSIGNEE)
                                .upTo(Level.ADVISER)
                                .when(CaseCondition.ANY.channel(Channel.LIVE_CHAT))));
        assertThat(changes(levels).changes())
                .extracting(PolicyChange::conversation, change -> change.after().orElseThrow())
                .containsExactlyInAnyOrder(
                        tuple(chat, new Adding(Optional.empty(), Optional.of(Level.ADVISER), true)),
                        tuple(ticket, new Adding(Optional.of(Reason.NOT_PERMITTED), Optional.empty(), false)));

        var full = changes(shop.admin().dryRun(ON.withRules(HELP).withLimit(1)));
        assertThat(full.changes()).extracting(PolicyChange::conversation).containsExactly(chat);
        assertThat(full.changes().get(0).after())
                .contains(new Adding(Optional.empty(), Optional.of(Level.RESPONDER), false));

        assertThat(changes(shop.admin().dryRun(ON.withRules(HELP))).changes()).isEmpty();
    }

    @Test
    @DisplayName("B-4 knows that collaborators hand on no more than their own level")
    void ownLevel() {
        var shop = Shop.ruledBy(AddRule.allow("any", Adder.COLLABORATOR).upTo(Level.RESPONDER));
        var profile = Optional.ofNullable(shop.people.find(Set.of(BO)).get(BO));
        var supposed = Supposed.collaborator(BO, Level.ADVISER, Channel.LIVE_CHAT, BOOTS);

        var conversation = supposed.in(shop.settings(), profile, shop.time.instant());

        var standing = profile.flatMap(conversation.visibility()::standing).orElseThrow();
        assertThat(conversation.highestLevel(standing)).isEqualTo(Outcome.done(Level.ADVISER));
    }

    @Test
    @DisplayName("B-53 looks at the open conversations of this inbox that the admin may see, and at no others")
    void scope() {
        var shop = Shop.open();
        shop.people.change(ADA, person -> person.customer(Shop.DORA).groups(FOOTWEAR));
        var open = shop.assigned();
        var resolved = shop.assigned();
        shop.agent(ASHA).resolve(resolved).orElseThrow();
        shop.collab
                .customer(Shop.DORA)
                .open(Shop.INBOX, Channel.LIVE_CHAT, "Do the boots run small?")
                .orElseThrow();
        var elsewhere = shop.customer()
                .open(OpenRequest.of(Shop.ELSEWHERE, Channel.LIVE_CHAT, "Hello").about(BOOTS))
                .orElseThrow();
        shop.collab.system("router").transfer(elsewhere, ADA).orElseThrow();

        var page = changes(shop.admin().dryRun(CollaborationSettings.OFF));

        assertThat(page.lookedAt()).isEqualTo(1);
        assertThat(page.changes()).extracting(PolicyChange::conversation).containsExactly(open);
    }

    @Test
    @DisplayName("B-57 goes through all of them page by page, also where a page changes nothing")
    void pages() {
        var shop = Shop.ruledBy(HELP);
        var tickets = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            shop.time.advance(Duration.ofSeconds(1));
            shop.assignedTicket();
            shop.time.advance(Duration.ofSeconds(1));
            tickets.add(0, shop.assigned());
        }
        var desk = shop.admin().dryRun(ON.withRules(HELP.when(CaseCondition.ANY.channel(Channel.EMAIL_TICKET))));

        var seen = new ArrayList<PolicyChange>();
        int lookedAt = 0;
        var page = desk.changes(Optional.empty(), 1).orElseThrow();
        while (true) {
            seen.addAll(page.changes());
            lookedAt += page.lookedAt();
            if (page.next().isEmpty()) {
                break;
            }
            page = desk.changes(page.next(), 1).orElseThrow();
        }

        assertThat(lookedAt).isEqualTo(10);
        assertThat(seen).extracting(PolicyChange::conversation).isEqualTo(tickets);
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> desk.changes(Optional.empty(), ListRequest.MAX_LIMIT + 1));
    }

    private static Supposed onChat(AgentId assignee) {
        return Supposed.assignee(assignee, Channel.LIVE_CHAT, BOOTS);
    }

    private static Outcome<Admission> answer(DryRunDesk desk, Supposed supposed, AgentId candidate) {
        return desk.add(supposed, candidate, AddOptions.NONE).orElseThrow();
    }

    private static Level level(Outcome<Admission> answer) {
        return answer.orElseThrow().level();
    }

    private static PolicyChangePage changes(DryRunDesk desk) {
        return desk.changes(Optional.empty(), 100).orElseThrow();
    }
}
