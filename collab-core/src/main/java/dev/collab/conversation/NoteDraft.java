package dev.collab.conversation;

import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.Audience;
import dev.collab.model.InvalidArgumentException;
import java.util.List;
import java.util.Set;

/**
 * Is a note before it is written.
 *
 * @param text what agents are to read
 * @param attachments the files that come with it
 * @param audience for whom it is: everyone on the conversation, the assignee, or the named
 * @param named the agents it is for; empty unless the audience is NAMED
 * @param mentioned the agents it calls; they must be able to read it, or the inbox lets mentions add them
 */
public record NoteDraft(
        String text, List<Attachment> attachments, Audience audience, Set<AgentId> named, Set<AgentId> mentioned) {
    /** Copies the collections and refuses an audience no note can have. */
    public NoteDraft {
        attachments = List.copyOf(attachments);
        named = Set.copyOf(named);
        mentioned = Set.copyOf(mentioned);
        if (audience == Audience.PUBLIC) {
            throw new InvalidArgumentException("audience", "must not be public");
        }
        if ((audience == Audience.NAMED) == named.isEmpty()) {
            throw new InvalidArgumentException("named", "must be given exactly for the audience NAMED");
        }
    }

    /**
     * Starts a note for everyone on the conversation.
     *
     * @param text what agents are to read
     * @return the draft
     */
    public static NoteDraft of(String text) {
        return new NoteDraft(text, List.of(), Audience.AGENTS, Set.of(), Set.of());
    }

    /**
     * Addresses the assignee, whoever it is when the note is read.
     *
     * @return a copy
     */
    public NoteDraft toAssignee() {
        return new NoteDraft(text, attachments, Audience.ASSIGNEE, Set.of(), mentioned);
    }

    /**
     * Addresses named agents.
     *
     * @param agents who; all of them must be on the conversation
     * @return a copy
     */
    public NoteDraft to(AgentId... agents) {
        return new NoteDraft(text, attachments, Audience.NAMED, Set.copyOf(List.of(agents)), mentioned);
    }

    /**
     * Calls agents.
     *
     * @param agents who is called
     * @return a copy
     */
    public NoteDraft mentioning(AgentId... agents) {
        return new NoteDraft(text, attachments, audience, named, Set.copyOf(List.of(agents)));
    }

    /**
     * Says which files come with it.
     *
     * @param files the files, in the author's order
     * @return a copy
     */
    public NoteDraft attaching(Attachment... files) {
        return new NoteDraft(text, List.of(files), audience, named, mentioned);
    }
}
