package dev.collab.examples.replay;

import dev.collab.AgentDesk;
import dev.collab.Collab;
import dev.collab.Replied;
import dev.collab.Written;
import dev.collab.conversation.NoteDraft;
import dev.collab.model.ConversationId;
import dev.collab.outcome.Outcome;

/**
 * Is the two agents of a conversation, who share the lines that one agent wrote in the transcript.
 *
 * <p>The assignee writes the first half of the agent lines (the larger one if they are odd). Before the first line of the
 * second half, or before a tool acts between the halves, the assignee adds the collaborator, who tells the assignee so in
 * a note. Of the second half the collaborator writes the first line, the third and so on. What a tool did is a note of
 * whoever writes the next agent line.
 */
final class Staff {
    private final ConversationId conversation;
    private final AgentDesk assignee;
    private final AgentDesk collaborator;
    private final int firstHalf;
    private int agentLines;
    private boolean complete;

    /** Takes the conversation from its queue. */
    Staff(Collab collab, ConversationId conversation, Chat chat) {
        this.conversation = conversation;
        this.assignee = collab.agent(Cast.ASSIGNEE);
        this.collaborator = collab.agent(Cast.COLLABORATOR);
        this.firstHalf = (chat.agentLines() + 1) / 2;
        assignee.claim(conversation).orElseThrow();
    }

    /** Sends an agent line to the customer. */
    Outcome<Replied> reply(Turn line) {
        var writer = writer(line);
        agentLines++;
        return writer.reply(conversation, line.text());
    }

    /** Tells colleagues what a tool did. */
    Outcome<Written> note(Turn line) {
        return writer(line).note(conversation, line.text());
    }

    /** Adds the collaborator, unless that was done before. */
    void addCollaborator(Turn line) {
        if (complete) {
            return;
        }
        assignee.addCollaborator(conversation, Cast.COLLABORATOR).orElseThrow();
        collaborator
                .note(conversation, NoteDraft.of(greeting(line)).toAssignee())
                .orElseThrow();
        complete = true;
    }

    /** Refers to the line by its number: what it says must stay between those it is for. */
    static String greeting(Turn line) {
        return "I joined at line " + line.number() + " of the transcript.";
    }

    private AgentDesk writer(Turn line) {
        if (agentLines < firstHalf) {
            return assignee;
        }
        addCollaborator(line);
        return (agentLines - firstHalf) % 2 == 0 ? collaborator : assignee;
    }
}
