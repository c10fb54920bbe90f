package dev.collab.examples.replay;

import dev.collab.InvitationView;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.CustomerEntry;
import dev.collab.model.Channel;
import dev.collab.model.EntryKind;
import dev.collab.model.Level;
import java.util.List;
import java.util.Optional;

/**
 * Compares what was seen and told with what the file says, so that a replay that lies cannot pass.
 *
 * <p>It works from the file and the refused lines alone, as {@link Script} does, not from what the replayer believes to
 * have done. Its messages name places, never what was said there.
 */
final class SelfCheck {
    private SelfCheck() {}

    /** What the customer is to read, or reads. */
    private record Said(EntryKind kind, String from, Optional<String> text) {}

    /**
     * Checks that the customer sees exactly the customer's and the agents' lines, in order, and agents these, what the
     * tools did, and what the replay adds to the file; what invitees saw; and what went out.
     *
     * @throws SelfCheckFailedException if somebody sees or is told anything else
     */
    static void verify(Replayed replayed) {
        var script = Script.of(replayed.chat(), replayed.refused());
        var views = replayed.views();
        var forCustomer = script.forCustomer().stream().map(SelfCheck::said).toList();
        same(
                replayed,
                "customer",
                forCustomer,
                views.customer().stream().map(SelfCheck::said).toList());
        same(replayed, "assignee", script.scenes(), scenes(views.assignee()));
        same(replayed, "collaborator", script.untilResolved(), scenes(views.collaborator()));
        if (views.collaboratorReadsOn()
                != (replayed.wasOpened() && !replayed.chat().endsResolved())) {
            throw new SelfCheckFailedException(
                    replayed.chat().name() + ": the end of the chat is not the end of what the collaborator reads");
        }
        verifyAsked(replayed, script);
        MailCheck.verify(replayed.chat().name(), script, replayed.mail());
    }

    private static List<Scene> scenes(List<AgentEntry> entries) {
        return entries.stream().map(Scene::of).toList();
    }

    /** Whoever wrote a reply, the customer reads it under the assignee's name. */
    private static Said said(Scene scene) {
        var from = scene.kind() == EntryKind.REPLY ? Cast.ASSIGNEE_NAME : Cast.CUSTOMER_NAME;
        return new Said(scene.kind(), from, scene.text());
    }

    private static Said said(CustomerEntry entry) {
        return entry.fold(
                message -> new Said(EntryKind.CUSTOMER_MESSAGE, Cast.CUSTOMER_NAME, message.text()),
                reply -> new Said(EntryKind.REPLY, reply.from(), reply.text()));
    }

    private static void verifyAsked(Replayed replayed, Script script) {
        var invited = script.scenes().stream()
                .filter(scene -> scene.kind() == EntryKind.INVITED)
                .toList();
        var asked = replayed.asked();
        boolean same = invited.size() == asked.size();
        for (int place = 0; same && place < invited.size(); place++) {
            var one = asked.get(place);
            same = invited.get(place).agent().equals(Optional.of(one.invitee().value()))
                    && isWhatWasAsked(invited.get(place), one.shown())
                    && !one.sawMore();
        }
        if (!same) {
            throw new SelfCheckFailedException(
                    replayed.chat().name() + ": what invitees see is not the question and nothing else");
        }
    }

    private static boolean isWhatWasAsked(Scene invited, InvitationView shown) {
        return shown.question().equals(invited.text())
                && shown.invitedBy().equals(Cast.ASSIGNEE_NAME)
                && shown.channel() == Channel.LIVE_CHAT
                && shown.level() == Level.RESPONDER;
    }

    /** Finds the first place at which two lists differ; -1 for none. */
    static int difference(List<?> expected, List<?> seen) {
        int most = Math.max(expected.size(), seen.size());
        for (int place = 0; place < most; place++) {
            if (place >= expected.size()
                    || place >= seen.size()
                    || !expected.get(place).equals(seen.get(place))) {
                return place;
            }
        }
        return -1;
    }

    private static void same(Replayed replayed, String who, List<?> expected, List<?> seen) {
        int place = difference(expected, seen);
        if (place >= 0) {
            throw new SelfCheckFailedException(replayed.chat().name() + ": what the " + who
                    + " sees is not what was said, from entry " + place + " on");
        }
    }
}
