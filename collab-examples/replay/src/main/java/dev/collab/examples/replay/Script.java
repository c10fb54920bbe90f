package dev.collab.examples.replay;

import dev.collab.model.AgentId;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.EndReason;
import dev.collab.model.EntryKind;
import dev.collab.model.InvitationEnd;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says which entries a chat must have come to, by the file and the refused lines alone.
 *
 * <p>It is the yardstick of the self-check, so it asks neither the library nor those who replay.
 */
final class Script {
    private static final String ASSIGNEE = Cast.ASSIGNEE.value();
    private static final String COLLABORATOR = Cast.COLLABORATOR.value();
    private static final String CUSTOMER = Cast.CUSTOMER.value();

    private final List<Scene> scenes = new ArrayList<>();
    private final Chat chat;
    private final Set<Integer> refused = new HashSet<>();
    private int agentLines;
    private boolean joined;
    private int call;

    private Script(Chat chat) {
        this.chat = chat;
    }

    /** Writes the script of a chat. */
    static Script of(Chat chat, Collection<Refused> refused) {
        var script = new Script(chat);
        refused.forEach(one -> script.refused.add(one.turn().number()));
        chat.turns().stream()
                .filter(turn -> turn.speaker() == Speaker.CUSTOMER && script.isSaid(turn))
                .findFirst()
                .ifPresent(script::write);
        return script;
    }

    private boolean isSaid(Turn turn) {
        return !refused.contains(turn.number());
    }

    private void write(Turn opening) {
        happens(EntryKind.OPENED, CUSTOMER);
        says(EntryKind.CUSTOMER_MESSAGE, CUSTOMER, opening.text());
        happens(EntryKind.ASSIGNED, ASSIGNEE, ASSIGNEE, Optional.empty(), Optional.empty());
        for (var turn : chat.turns()) {
            switch (turn.speaker()) {
                case CUSTOMER -> {
                    if (turn.number() > opening.number()) {
                        line(EntryKind.CUSTOMER_MESSAGE, CUSTOMER, turn);
                    }
                }
                case AGENT -> {
                    line(EntryKind.REPLY, writer(turn), turn);
                    agentLines++;
                }
                case ACTION -> line(EntryKind.NOTE, writer(turn), turn);
            }
        }
        join(chat.turns().get(chat.turns().size() - 1));
        if (chat.endsResolved()) {
            happens(EntryKind.RESOLVED, ASSIGNEE);
            happens(EntryKind.COLLABORATION_ENDED, ASSIGNEE, COLLABORATOR, Optional.empty(), code(EndReason.RESOLVED));
        }
    }

    /** The larger half of the agent lines is the assignee's, of the others every second. */
    private String writer(Turn turn) {
        int secondHalf = agentLines - (chat.agentLines() + 1) / 2;
        if (secondHalf >= 0) {
            join(turn);
        }
        return secondHalf >= 0 && secondHalf % 2 == 0 ? COLLABORATOR : ASSIGNEE;
    }

    private void join(Turn turn) {
        if (joined) {
            return;
        }
        joined = true;
        switch (chat.way()) {
            case ADDED -> starts(ASSIGNEE, CollaborationOrigin.ADDED);
            case INVITED -> {
                asked(turn, COLLABORATOR, InvitationEnd.ACCEPTED, Optional.empty());
                starts(COLLABORATOR, CollaborationOrigin.INVITED);
            }
            case DECLINED -> {
                asked(turn, Cast.PART_TIMER.value(), InvitationEnd.DECLINED, Optional.of(Words.NO_TIME));
                starts(ASSIGNEE, CollaborationOrigin.ADDED);
            }
            case MENTIONED -> starts(ASSIGNEE, CollaborationOrigin.MENTIONED);
        }
        call = scenes.size();
        says(EntryKind.NOTE, ASSIGNEE, Words.call(turn));
        add(EntryKind.NOTE, COLLABORATOR, Optional.of(Words.greeting(turn)), Optional.empty(), Optional.empty(), true);
    }

    private void asked(Turn turn, String invitee, InvitationEnd end, Optional<String> answer) {
        happens(EntryKind.INVITED, ASSIGNEE, invitee, Optional.of(Words.question(turn)), Optional.empty());
        happens(EntryKind.INVITATION_ENDED, invitee, invitee, answer, code(end));
    }

    private void starts(String actor, CollaborationOrigin origin) {
        happens(EntryKind.COLLABORATION_STARTED, actor, COLLABORATOR, Optional.empty(), code(origin));
    }

    private static Optional<String> code(Enum<?> code) {
        return Optional.of(code.name());
    }

    private void line(EntryKind kind, String actor, Turn turn) {
        if (isSaid(turn)) {
            says(kind, actor, turn.text());
        }
    }

    private void says(EntryKind kind, String actor, String text) {
        add(kind, actor, Optional.of(text), Optional.empty(), Optional.empty(), false);
    }

    private void happens(EntryKind kind, String actor) {
        add(kind, actor, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    private void happens(EntryKind kind, String actor, String agent, Optional<String> text, Optional<String> code) {
        add(kind, actor, text, Optional.of(agent), code, false);
    }

    private void add(
            EntryKind kind,
            String actor,
            Optional<String> text,
            Optional<String> agent,
            Optional<String> code,
            boolean toAssignee) {
        scenes.add(new Scene(scenes.size(), kind, actor, text, agent, code, toAssignee));
    }

    /** {@return all of it; nothing if no line of the customer opens the chat} */
    List<Scene> scenes() {
        return List.copyOf(scenes);
    }

    /** {@return the place of the note that mentions the collaborator} */
    int call() {
        return call;
    }

    /** {@return what the collaborator sees before the chat is resolved} */
    List<Scene> untilResolved() {
        return scenes.stream()
                .takeWhile(scene -> scene.kind() != EntryKind.RESOLVED)
                .toList();
    }

    /** {@return the customer's messages and the replies} */
    List<Scene> forCustomer() {
        return scenes.stream().filter(scene -> scene.kind().isPublic()).toList();
    }

    /** Counts what an agent has not read: who writes has read what came before, and nobody else has. */
    int unread(AgentId agent) {
        var me = agent.value();
        return scenes.size() - 1 - newest(scenes, scene -> isReadBy(me, scene));
    }

    private static boolean isReadBy(String agent, Scene scene) {
        boolean wrote =
                scene.actor().equals(agent) && (scene.kind() == EntryKind.REPLY || scene.kind() == EntryKind.NOTE);
        boolean joined = scene.agent().equals(Optional.of(agent))
                && (scene.kind() == EntryKind.ASSIGNED || scene.kind() == EntryKind.COLLABORATION_STARTED);
        return wrote || joined;
    }

    /** Counts what the customer has not read. */
    int unreadByCustomer() {
        var visible = forCustomer();
        return visible.size() - 1 - newest(visible, scene -> scene.kind() == EntryKind.CUSTOMER_MESSAGE);
    }

    private static int newest(List<Scene> scenes, Predicate<Scene> which) {
        int place = scenes.size() - 1;
        while (place >= 0 && !which.test(scenes.get(place))) {
            place--;
        }
        return place;
    }
}
