package dev.collab.examples.replay;

import dev.collab.AgentDesk;
import dev.collab.Collab;
import dev.collab.Replied;
import dev.collab.Written;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.Page;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Is the agents of a conversation, who share the lines that one agent wrote in the transcript.
 *
 * <p>The assignee writes the first half of the agent lines (the larger one if they are odd). Before the first line of the
 * second half, or before a tool acts between the halves, the assignee brings the collaborator in, by the {@link Way} of
 * the chat, and mentions them in a note; the collaborator answers in a note to the assignee. Of the second half the
 * collaborator writes the first line, the third and so on. What a tool did is a note of whoever writes the next agent
 * line. Whoever writes has read all that came before.
 */
final class Staff {
    private final Collab collab;
    private final ConversationId conversation;
    private final Way way;
    private final AgentDesk assignee;
    private final AgentDesk collaborator;
    private final int firstHalf;
    private final List<Asked> asked = new ArrayList<>();
    private int agentLines;
    private boolean complete;

    /** Takes the conversation from its queue. */
    Staff(Collab collab, ConversationId conversation, Chat chat) {
        this.collab = collab;
        this.conversation = conversation;
        this.way = chat.way();
        this.assignee = collab.agent(Cast.ASSIGNEE);
        this.collaborator = collab.agent(Cast.COLLABORATOR);
        this.firstHalf = (chat.agentLines() + 1) / 2;
        assignee.claim(conversation).orElseThrow();
    }

    /** Sends an agent line to the customer. */
    Outcome<Replied> reply(Turn line) {
        var writer = writer(line);
        agentLines++;
        return writer.reply(conversation, line.text()).map(replied -> {
            writer.markRead(conversation, replied.sequence()).orElseThrow();
            return replied;
        });
    }

    /** Tells colleagues what a tool did. */
    Outcome<Written> note(Turn line) {
        return note(writer(line), NoteDraft.of(line.text()));
    }

    private Outcome<Written> note(AgentDesk writer, NoteDraft draft) {
        return writer.note(conversation, draft).map(written -> {
            writer.markRead(conversation, written.sequence()).orElseThrow();
            return written;
        });
    }

    /** Brings the collaborator in, unless that was done before. */
    void bringIn(Turn line) {
        if (complete) {
            return;
        }
        complete = true;
        switch (way) {
            case ADDED -> add();
            case INVITED -> {
                ask(Cast.COLLABORATOR, line);
                collaborator.accept(conversation).orElseThrow();
            }
            case DECLINED -> {
                ask(Cast.PART_TIMER, line);
                collab.agent(Cast.PART_TIMER)
                        .decline(conversation, Optional.of(Words.NO_TIME))
                        .orElseThrow();
                add();
            }
            case MENTIONED -> {
                // The note below adds them, in the same commit.
            }
        }
        note(assignee, NoteDraft.of(Words.call(line)).mentioning(Cast.COLLABORATOR))
                .orElseThrow();
        note(collaborator, NoteDraft.of(Words.greeting(line)).toAssignee()).orElseThrow();
    }

    private void add() {
        assignee.addCollaborator(conversation, Cast.COLLABORATOR).orElseThrow();
    }

    private void ask(AgentId agent, Turn line) {
        assignee.addCollaborator(conversation, agent, AddOptions.NONE.asking(Words.question(line)))
                .orElseThrow();
        var invitee = collab.agent(agent);
        asked.add(new Asked(
                agent,
                invitee.invitation(conversation).orElseThrow(),
                invitee.timeline(conversation, Page.newest(1)).isDone()));
    }

    /** {@return what those saw who were invited} */
    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private AgentDesk writer(Turn line) {
        if (agentLines < firstHalf) {
            return assignee;
        }
        bringIn(line);
        return (agentLines - firstHalf) % 2 == 0 ? collaborator : assignee;
    }
}
