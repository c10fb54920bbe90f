package dev.collab.examples.replay;

import dev.collab.model.EntryKind;
import dev.collab.model.NotificationKind;
import dev.collab.spi.Notifier.AgentNotification;
import dev.collab.spi.Notifier.CustomerMessage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares what went out with what the file says.
 *
 * <p>Each agent was told what happened to them and in their chats, in order, nothing of their own doing, and no text of a
 * note. The customer was sent exactly the replies, in order. Nothing is left.
 */
final class MailCheck {
    private final Map<String, List<Told>> told = new TreeMap<>();
    private final List<Sent> sent = new ArrayList<>();
    private final Set<String> participants = new LinkedHashSet<>();

    private final long call;

    private MailCheck(long call) {
        this.call = call;
    }

    /** What an agent is to be told, or was told; what carries ids only is about no entry. */
    private record Told(NotificationKind kind, String actor, Optional<Long> sequence, Optional<String> text) {
        static Told of(AgentNotification one) {
            return new Told(
                    one.kind(), one.actor(), Optional.ofNullable(one.sequence()), Optional.ofNullable(one.text()));
        }
    }

    /** What the customer is to be sent, or was sent. */
    private record Sent(NotificationKind kind, String to, long sequence, String from, Optional<String> text) {
        static Sent of(CustomerMessage one) {
            return new Sent(
                    one.kind(),
                    one.recipient().value(),
                    one.customerSequence(),
                    one.from(),
                    Optional.ofNullable(one.text()));
        }
    }

    /**
     * Checks the mail of a chat.
     *
     * @throws SelfCheckFailedException if anybody was told anything else
     */
    static void verify(String chat, Script script, Mail mail) {
        var due = new MailCheck(script.call());
        script.scenes().forEach(due::tell);
        due.send(script.forCustomer());
        var told = new TreeMap<String, List<Told>>();
        for (var one : mail.toAgents()) {
            var recipient = one.recipient().value();
            if (one.actor().equals(recipient)) {
                throw new SelfCheckFailedException(chat + ": " + recipient + " was told of their own act");
            }
            told.computeIfAbsent(recipient, none -> new ArrayList<>()).add(Told.of(one));
        }
        var everybody = new LinkedHashSet<>(due.told.keySet());
        everybody.addAll(told.keySet());
        for (var agent : everybody) {
            var wanted = due.told.getOrDefault(agent, List.of());
            same(chat, "what " + agent + " was told", wanted, told.getOrDefault(agent, List.of()));
        }
        same(
                chat,
                "what the customer was sent",
                due.sent,
                mail.toCustomer().stream().map(Sent::of).toList());
        if (mail.left() > 0) {
            throw new SelfCheckFailedException(chat + ": notifications did not go out: " + mail.left());
        }
    }

    private static <T> void same(String chat, String what, List<T> expected, List<T> seen) {
        int place = SelfCheck.difference(expected, seen);
        if (place >= 0) {
            throw new SelfCheckFailedException(
                    chat + ": " + what + " is not what happened, from notification " + place + " on");
        }
    }

    private void send(List<Scene> visible) {
        for (int place = 0; place < visible.size(); place++) {
            var scene = visible.get(place);
            if (scene.kind() == EntryKind.REPLY) {
                sent.add(new Sent(
                        NotificationKind.OUTGOING_REPLY,
                        Cast.CUSTOMER.value(),
                        place,
                        Cast.ASSIGNEE_NAME,
                        scene.text()));
            }
        }
    }

    private void tell(Scene scene) {
        switch (scene.kind()) {
            case CUSTOMER_MESSAGE -> tellContent(scene, NotificationKind.CUSTOMER_WROTE, participants);
            case REPLY -> tellContent(scene, NotificationKind.COLLEAGUE_REPLIED, participants);
            case NOTE -> note(scene);
            case ASSIGNED -> participants.add(scene.agent().orElseThrow());
            case COLLABORATION_STARTED -> {
                participants.add(scene.agent().orElseThrow());
                tellIds(scene, NotificationKind.ADDED, scene.agent().orElseThrow());
            }
            case COLLABORATION_ENDED -> {
                participants.remove(scene.agent().orElseThrow());
                tellIds(scene, NotificationKind.REMOVED, scene.agent().orElseThrow());
            }
            case INVITED ->
                tellIds(scene, NotificationKind.INVITED, scene.agent().orElseThrow());
            case INVITATION_ENDED -> tellIds(scene, NotificationKind.ANSWERED, Cast.ASSIGNEE.value());
            case OPENED,
                    QUEUED,
                    LEVEL_CHANGED,
                    COLLABORATION_SUSPENDED,
                    COLLABORATION_RESUMED,
                    CASE_CHANGED,
                    RESOLVED,
                    REOPENED,
                    CLOSED,
                    MOVED,
                    MERGED_INTO,
                    MERGED_FROM,
                    REDACTED,
                    ERASED -> {
                // Not in a replay, or of no news: the assignee resolves, and the collaborator is told of the end.
            }
        }
    }

    /** The call mentions the collaborator, who is all the others there are; of a tool's note all the others are told. */
    private void note(Scene scene) {
        if (scene.toAssignee()) {
            tellContent(scene, NotificationKind.NOTE, Set.of(Cast.ASSIGNEE.value()));
        } else {
            boolean calls = scene.sequence() == call;
            tellContent(scene, calls ? NotificationKind.MENTIONED : NotificationKind.NOTE, participants);
        }
    }

    /** Of a note the place is told and no text. */
    private void tellContent(Scene scene, NotificationKind kind, Set<String> agents) {
        var text = scene.kind() == EntryKind.NOTE ? Optional.<String>empty() : scene.text();
        agents.forEach(agent -> tell(agent, new Told(kind, scene.actor(), Optional.of(scene.sequence()), text)));
    }

    private void tellIds(Scene scene, NotificationKind kind, String agent) {
        tell(agent, new Told(kind, scene.actor(), Optional.empty(), Optional.empty()));
    }

    private void tell(String agent, Told what) {
        if (!agent.equals(what.actor())) {
            told.computeIfAbsent(agent, none -> new ArrayList<>()).add(what);
        }
    }
}
