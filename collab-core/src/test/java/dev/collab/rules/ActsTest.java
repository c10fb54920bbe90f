package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.Page;
import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupId;
import dev.collab.model.GroupReading;
import dev.collab.model.Level;
import dev.collab.model.WhenResolved;
import dev.collab.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of acts of rule 62, written out for everybody: ten parties, four states.
 *
 * <p>On the inbox the group and all agents read from outside, and resolving keeps collaborations, so that everybody but
 * the stranger may read, and whoever is refused is refused for the act. Closing ends collaborations: whoever took part
 * by nothing else is a stranger then.
 */
class ActsTest {
    private static final AgentId ADVISER = new AgentId("adviser");
    private static final AgentId OBSERVER = new AgentId("observer");
    private static final AgentId GUEST = new AgentId("guest");
    private static final AgentId NEWCOMER = new AgentId("newcomer");

    private static final GroupId HELPERS = new GroupId("helpers");
    private static final GroupId ASKED = new GroupId("asked");

    private static final List<String> PARTIES = List.of(
            "assignee",
            "responder",
            "adviser",
            "observer",
            "supervisor",
            "admin",
            "group agent",
            "inbox agent",
            "system",
            "stranger");

    private static final Map<String, AgentId> AGENTS = Map.of(
            "assignee", Shop.ASHA,
            "responder", Shop.BO,
            "adviser", ADVISER,
            "observer", OBSERVER,
            "supervisor", Shop.SUE,
            "admin", Shop.ADA,
            "group agent", Shop.FIN,
            "inbox agent", Shop.MO,
            "stranger", Shop.ZED);

    private static final Map<String, String> CODES = Map.of(
            "no", "NOT_PERMITTED",
            "out", "NOT_A_PARTICIPANT",
            "state", "WRONG_STATE",
            "unk", "UNKNOWN_CONVERSATION",
            "none", "NO_ASSIGNEE",
            "taken", "ALREADY_ASSIGNED",
            "mine", "ALREADY_ASSIGNEE",
            "over", "INVITATION_OVER");

    /** A point where nobody can be asked: nobody is assigned, or the system has no such act. */
    private static final String TABLE = """
            act           | state    | asg   resp  advi  obse  supv  admi  grpa  inba  syst  stra
            read          | queued   | .     ok    ok    ok    ok    ok    ok    ok    .     unk
            read          | assigned | ok    ok    ok    ok    ok    ok    ok    ok    .     unk
            read          | resolved | ok    ok    ok    ok    ok    ok    ok    ok    .     unk
            read          | closed   | ok    unk   unk   unk   ok    ok    ok    ok    .     unk
            reply         | queued   | .     ok    no    no    out   out   out   out   .     unk
            reply         | assigned | ok    ok    no    no    out   out   out   out   .     unk
            reply         | resolved | state state no    no    out   out   out   out   .     unk
            reply         | closed   | state unk   unk   unk   out   out   out   out   .     unk
            note          | queued   | .     ok    ok    no    out   out   out   out   .     unk
            note          | assigned | ok    ok    ok    no    out   out   out   out   .     unk
            note          | resolved | ok    ok    ok    no    out   out   out   out   .     unk
            note          | closed   | state unk   unk   unk   out   out   out   out   .     unk
            add           | queued   | .     none  none  none  ok    ok    none  none  none  unk
            add           | assigned | ok    no    no    no    ok    ok    no    no    no    unk
            add           | resolved | state state state state state state state state state unk
            add           | closed   | state unk   unk   unk   state state state state state unk
            invite group  | queued   | .     none  none  none  ok    ok    none  none  none  unk
            invite group  | assigned | ok    no    no    no    ok    ok    no    no    no    unk
            invite group  | resolved | state state state state state state state state state unk
            invite group  | closed   | state unk   unk   unk   state state state state state unk
            withdraw      | queued   | .     no    no    no    ok    ok    no    no    .     unk
            withdraw      | assigned | ok    no    no    no    ok    ok    no    no    .     unk
            withdraw      | resolved | over  over  over  over  over  over  no    no    .     unk
            withdraw      | closed   | state unk   unk   unk   state state no    no    .     unk
            remove        | queued   | .     no    no    no    ok    ok    no    no    .     unk
            remove        | assigned | ok    no    no    no    ok    ok    no    no    .     unk
            remove        | resolved | ok    no    no    no    ok    ok    no    no    .     unk
            remove        | closed   | state unk   unk   unk   state state no    no    .     unk
            leave         | queued   | .     ok    ok    ok    out   out   out   out   .     unk
            leave         | assigned | no    ok    ok    ok    out   out   out   out   .     unk
            leave         | resolved | no    ok    ok    ok    out   out   out   out   .     unk
            leave         | closed   | no    unk   unk   unk   out   out   out   out   .     unk
            join          | queued   | .     no    no    no    ok    ok    no    no    .     unk
            join          | assigned | no    no    no    no    ok    ok    no    no    .     unk
            join          | resolved | no    no    no    no    state state no    no    .     unk
            join          | closed   | no    unk   unk   unk   state state no    no    .     unk
            claim         | queued   | .     no    no    no    ok    ok    ok    no    .     unk
            claim         | assigned | mine  no    no    no    taken taken taken no    .     unk
            claim         | resolved | state no    no    no    state state state no    .     unk
            claim         | closed   | state unk   unk   unk   state state state no    .     unk
            transfer      | queued   | .     no    no    no    ok    ok    no    no    ok    unk
            transfer      | assigned | ok    no    no    no    ok    ok    no    no    ok    unk
            transfer      | resolved | state no    no    no    state state no    no    state unk
            transfer      | closed   | state unk   unk   unk   state state no    no    state unk
            to group      | queued   | .     no    no    no    ok    ok    no    no    ok    unk
            to group      | assigned | ok    no    no    no    ok    ok    no    no    ok    unk
            to group      | resolved | state no    no    no    state state no    no    state unk
            to group      | closed   | state unk   unk   unk   state state no    no    state unk
            release       | queued   | .     no    no    no    state state no    no    state unk
            release       | assigned | ok    no    no    no    ok    ok    no    no    ok    unk
            release       | resolved | state no    no    no    state state no    no    state unk
            release       | closed   | state unk   unk   unk   state state no    no    state unk
            resolve       | queued   | .     no    no    no    ok    ok    no    no    ok    unk
            resolve       | assigned | ok    no    no    no    ok    ok    no    no    ok    unk
            resolve       | resolved | state no    no    no    state state no    no    state unk
            resolve       | closed   | state unk   unk   unk   state state no    no    state unk
            reopen        | queued   | .     no    no    no    state state no    no    state unk
            reopen        | assigned | state no    no    no    state state no    no    state unk
            reopen        | resolved | ok    no    no    no    ok    ok    no    no    ok    unk
            reopen        | closed   | state unk   unk   unk   state state no    no    state unk
            close         | queued   | .     no    no    no    ok    ok    no    no    ok    unk
            close         | assigned | no    no    no    no    ok    ok    no    no    ok    unk
            close         | resolved | no    no    no    no    ok    ok    no    no    ok    unk
            close         | closed   | no    unk   unk   unk   state state no    no    state unk
            change case   | queued   | .     no    no    no    ok    ok    no    no    ok    unk
            change case   | assigned | no    no    no    no    ok    ok    no    no    ok    unk
            change case   | resolved | no    no    no    no    ok    ok    no    no    ok    unk
            change case   | closed   | no    unk   unk   unk   state state no    no    state unk
            redact other  | queued   | .     no    no    no    no    ok    no    no    .     unk
            redact other  | assigned | no    no    no    no    no    ok    no    no    .     unk
            redact other  | resolved | no    no    no    no    no    ok    no    no    .     unk
            redact other  | closed   | no    unk   unk   unk   no    ok    no    no    .     unk
            move          | queued   | .     no    no    no    ok    ok    no    no    ok    unk
            move          | assigned | no    no    no    no    ok    ok    no    no    ok    unk
            move          | resolved | no    no    no    no    ok    ok    no    no    ok    unk
            move          | closed   | no    unk   unk   unk   state state no    no    state unk
            merge         | queued   | .     no    no    no    ok    ok    no    no    ok    unk
            merge         | assigned | no    no    no    no    ok    ok    no    no    ok    unk
            merge         | resolved | no    no    no    no    ok    ok    no    no    ok    unk
            merge         | closed   | no    unk   unk   unk   state state no    no    state unk
            """;

    private final Shop shop = shop();

    /** One cell of the table. */
    record Cell(String act, String state, String party, String expected) {
        @Override
        public String toString() {
            return act + " by " + party + " when " + state + ": " + expected;
        }
    }

    static Stream<Cell> cells() {
        return TABLE.lines().skip(1).flatMap(line -> {
            var parts = line.split("\\s*\\|\\s*", -1);
            var answers = parts[2].strip().split("\\s+", -1);
            var cells = new ArrayList<Cell>();
            for (int column = 0; column < PARTIES.size(); column++) {
                if (!answers[column].equals(".")) {
                    var expected = CODES.getOrDefault(answers[column], answers[column]);
                    cells.add(new Cell(parts[0], parts[1], PARTIES.get(column), expected));
                }
            }
            return cells.stream();
        });
    }

    @Test
    @DisplayName("B-62 the table has a line for each act in each state, and a cell for each party")
    void theTableIsWhole() {
        var acts =
                TABLE.lines().skip(1).map(line -> line.split("\\s*\\|", -1)[0]).distinct();

        assertThat(TABLE.lines().skip(1)).hasSize((int) acts.count() * 4);
        assertThat(TABLE.lines().skip(1))
                .allSatisfy(line -> assertThat(line.split("\\|", -1)[2].strip().split("\\s+", -1))
                        .hasSameSizeAs(PARTIES));
    }

    @ParameterizedTest(name = "B-62 {0}")
    @MethodSource("cells")
    @DisplayName("B-62 who may do what, when; a refusal changes nothing")
    void theTableHolds(Cell cell) {
        var conversation = in(cell.state());
        var before = Story.stored(shop, conversation);

        var answer = act(cell, conversation);

        assertThat(code(answer)).isEqualTo(cell.expected());
        if (!answer.isDone()) {
            assertThat(Story.stored(shop, conversation)).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("B-62 if the policy says so a RESPONDER resolves, an ADVISER does not")
    void aResponderResolvesByPolicy() {
        shop.conversations(policy -> policy.withResponderResolves(true));
        var conversation = in("assigned");

        assertThat(Shop.reason(shop.agent(ADVISER).resolve(conversation))).hasToString("NOT_PERMITTED");
        assertThat(shop.agent(Shop.BO).resolve(conversation).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-62 the customer writes in every state but CLOSED")
    void theCustomerWrites() {
        assertThat(Stream.of("queued", "assigned", "resolved", "closed")
                        .map(this::in)
                        .map(conversation -> shop.customer().write(conversation, "Hello?"))
                        .map(answer ->
                                answer.fold(done -> "ok", no -> no.reason().name())))
                .containsExactly("ok", "ok", "ok", "CONVERSATION_CLOSED");
    }

    private static String code(Outcome<?> answer) {
        return answer.isDone() ? "ok" : Shop.reason(answer).name();
    }

    private Outcome<?> act(Cell cell, ConversationId conversation) {
        return cell.party().equals("system")
                ? bySystem(cell.act(), conversation)
                : byAgent(cell.act(), AGENTS.get(cell.party()), conversation);
    }

    private Outcome<?> byAgent(String act, AgentId agent, ConversationId conversation) {
        var desk = shop.agent(agent);
        return switch (act) {
            case "read" -> desk.view(conversation).flatMap(view -> desk.timeline(conversation, Page.newest(10)));
            case "reply" -> desk.reply(conversation, "A reply");
            case "note" -> desk.note(conversation, "A note");
            case "add" -> desk.addCollaborator(conversation, NEWCOMER);
            case "invite group" -> desk.inviteGroup(conversation, HELPERS, AddOptions.NONE);
            case "withdraw" -> desk.withdrawInvitation(conversation, ASKED);
            case "remove" -> desk.removeCollaborator(conversation, GUEST);
            case "leave" -> desk.leave(conversation);
            case "join" -> desk.join(conversation);
            case "claim" -> desk.claim(conversation);
            case "transfer" -> desk.transfer(conversation, Shop.FIN);
            case "to group" -> desk.transfer(conversation, Shop.ACCESSORIES);
            case "release" -> desk.release(conversation);
            case "resolve" -> desk.resolve(conversation);
            case "reopen" -> desk.reopen(conversation);
            case "close" -> desk.close(conversation);
            case "change case" -> desk.changeCase(conversation, CaseFacts.of(Shop.ACCESSORIES));
            case "redact other" -> desk.redact(conversation, 1);
            case "move" -> desk.move(conversation, Shop.ELSEWHERE, Optional.empty());
            case "merge" -> desk.merge(conversation, Shop.TWIN);
            default -> throw new IllegalArgumentException(act);
        };
    }

    private Outcome<?> bySystem(String act, ConversationId conversation) {
        var desk = shop.collab.system("router");
        return switch (act) {
            case "add" -> desk.addCollaborator(conversation, NEWCOMER, AddOptions.NONE);
            case "invite group" -> desk.inviteGroup(conversation, HELPERS, AddOptions.NONE);
            case "transfer" -> desk.transfer(conversation, Shop.FIN);
            case "to group" -> desk.transfer(conversation, Shop.ACCESSORIES);
            case "release" -> desk.release(conversation);
            case "resolve" -> desk.resolve(conversation);
            case "reopen" -> desk.reopen(conversation);
            case "close" -> desk.close(conversation);
            case "change case" -> desk.changeCase(conversation, CaseFacts.of(Shop.ACCESSORIES));
            case "move" -> desk.move(conversation, Shop.ELSEWHERE, Optional.empty());
            case "merge" -> desk.merge(conversation, Shop.TWIN);
            default -> throw new IllegalArgumentException(act);
        };
    }

    /** A conversation in the state, with collaborators of all levels; Asha is, or was, assigned. */
    private ConversationId in(String state) {
        var conversation = shop.assigned();
        var levels = Map.of(Shop.BO, Level.RESPONDER, ADVISER, Level.ADVISER, OBSERVER, Level.OBSERVER);
        List.of(Shop.BO, ADVISER, OBSERVER, GUEST)
                .forEach(agent -> shop.agent(Shop.ASHA)
                        .addCollaborator(
                                conversation, agent, AddOptions.at(levels.getOrDefault(agent, Level.RESPONDER)))
                        .orElseThrow());
        shop.agent(Shop.ASHA).inviteGroup(conversation, ASKED, AddOptions.NONE).orElseThrow();
        switch (state) {
            case "queued" -> shop.agent(Shop.ASHA).release(conversation).orElseThrow();
            case "resolved" -> shop.agent(Shop.ASHA).resolve(conversation).orElseThrow();
            case "closed" -> shop.agent(Shop.ADA).close(conversation).orElseThrow();
            default -> assertThat(state).isEqualTo("assigned");
        }
        return conversation;
    }

    private static Shop shop() {
        var shop = Shop.open()
                .conversations(policy -> policy.withReading(GroupReading.ALL, true)
                        .withWhenResolved(Channel.LIVE_CHAT, WhenResolved.KEEP))
                .ledElsewhere();
        shop.twin();
        shop.people
                .add(ADVISER, "Adviser")
                .add(OBSERVER, "Observer")
                .add(GUEST, "Guest")
                .add(NEWCOMER, "Newcomer", person -> person.groups(HELPERS, ASKED));
        return shop;
    }
}
