package dev.collab.examples.replay;

import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.CustomerEntry;
import dev.collab.model.Audience;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares what was seen with what the file says, so that a replay that lies cannot pass.
 *
 * <p>It works from the file and the refused lines alone, not from what the replayer believes to have done. Its messages
 * name places, never what was said there.
 */
final class SelfCheck {
    private SelfCheck() {}

    /** What somebody is to read, or reads; the speaker tells a message, a reply and a note apart. */
    private record Said(Speaker speaker, Optional<String> text) {}

    /**
     * Checks that the customer sees exactly the customer's and the agents' lines, in order, and the assignee these and
     * what the tools did.
     *
     * @throws SelfCheckFailedException if somebody sees anything else
     */
    static void verify(Replayed replayed) {
        var expected = expected(replayed);
        var forCustomer = expected.stream()
                .filter(said -> said.speaker() != Speaker.ACTION)
                .toList();
        same(replayed, "customer", forCustomer, customerSees(replayed));
        same(replayed, "assignee", expected, assigneeSees(replayed));
        for (var entry : replayed.customer()) {
            if (entry instanceof CustomerEntry.Reply reply && !reply.from().equals(Cast.ASSIGNEE_NAME)) {
                throw failed(replayed, "customer", reply.sequence());
            }
        }
    }

    /** The lines nobody refused, as the file has them, but the customer's first line first. */
    private static List<Said> expected(Replayed replayed) {
        var refused = new HashSet<Integer>();
        replayed.refused().forEach(one -> refused.add(one.turn().number()));
        var said = new ArrayList<Said>();
        boolean opened = false;
        for (var turn : replayed.chat().turns()) {
            if (!refused.contains(turn.number())) {
                boolean opens = !opened && turn.speaker() == Speaker.CUSTOMER;
                said.add(opens ? 0 : said.size(), new Said(turn.speaker(), Optional.of(turn.text())));
                opened |= opens;
            }
        }
        return said;
    }

    private static List<Said> customerSees(Replayed replayed) {
        return replayed.customer().stream()
                .map(entry -> new Said(entry.fold(message -> Speaker.CUSTOMER, reply -> Speaker.AGENT), entry.text()))
                .toList();
    }

    private static List<Said> assigneeSees(Replayed replayed) {
        return replayed.assignee().stream().flatMap(SelfCheck::said).toList();
    }

    /** Leaves out what is not in the file: events, and the collaborator's own note to the assignee. */
    private static Stream<Said> said(AgentEntry entry) {
        return entry.fold(
                message -> Stream.of(new Said(Speaker.CUSTOMER, message.text())),
                reply -> Stream.of(new Said(Speaker.AGENT, reply.text())),
                note -> note.audience() == Audience.ASSIGNEE
                        ? Stream.empty()
                        : Stream.of(new Said(Speaker.ACTION, note.text())),
                event -> Stream.empty());
    }

    private static void same(Replayed replayed, String who, List<Said> expected, List<Said> seen) {
        int most = Math.max(expected.size(), seen.size());
        for (int place = 0; place < most; place++) {
            if (place >= expected.size()
                    || place >= seen.size()
                    || !expected.get(place).equals(seen.get(place))) {
                throw failed(replayed, who, place);
            }
        }
    }

    private static SelfCheckFailedException failed(Replayed replayed, String who, long place) {
        return new SelfCheckFailedException(replayed.chat().name() + ": what the " + who
                + " sees is not what was said, from entry " + place + " on");
    }
}
