package dev.collab.conversation;

import dev.collab.collaboration.CollaboratorField;
import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.MergedInto;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.InboxId;
import dev.collab.outcome.Reason;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Shows an agent a conversation besides its timeline.
 *
 * @param id the conversation
 * @param inbox where it is
 * @param customer whose it is
 * @param customerName what to call the customer
 * @param channel how the customer talks to us
 * @param subject what stands above a ticket; empty for nothing
 * @param facts what a policy looks at
 * @param followUpOf the closed conversation it follows, whether or not the viewer may read that; empty for none
 * @param mergedInto the conversation it goes on in, whether or not the viewer may read that; empty for none
 * @param status where it is in its life
 * @param assignee the accountable agent; empty if there is none
 * @param collaborators the collaborator field
 * @param whyNot what the viewer may not do now, and why not; acts that are missing here they may try
 * @param openedAt when it was opened
 * @param lastActivityAt when the last customer message or reply was written
 */
public record AgentView(
        ConversationId id,
        InboxId inbox,
        CustomerId customer,
        String customerName,
        Channel channel,
        Optional<String> subject,
        CaseFacts facts,
        Optional<ConversationId> followUpOf,
        Optional<ConversationId> mergedInto,
        ConversationStatus status,
        Optional<AgentId> assignee,
        CollaboratorField collaborators,
        Map<Act, Reason> whyNot,
        Instant openedAt,
        Instant lastActivityAt) {
    /** Copies the map. */
    public AgentView {
        whyNot = Collections.unmodifiableMap(new TreeMap<>(whyNot));
    }

    /**
     * Tells whether the viewer may try an act now.
     *
     * @param act what
     * @return true unless there is a reason why not
     */
    public boolean may(Act act) {
        return !whyNot.containsKey(act);
    }

    /**
     * Shows a head to an agent who may see it.
     *
     * @param head the head
     * @param field the collaborator field for this viewer
     * @param whyNot what the viewer may not do
     * @return what the agent sees
     */
    public static AgentView of(ConversationHead head, CollaboratorField field, Map<Act, Reason> whyNot) {
        return new AgentView(
                head.id(),
                head.inbox(),
                head.customer(),
                head.customerName(),
                head.channel(),
                Optional.ofNullable(head.subject()),
                head.facts(),
                Optional.ofNullable(head.followUpOf()),
                Optional.ofNullable(head.mergedInto()).map(MergedInto::conversation),
                head.status(),
                Optional.ofNullable(head.assignee()),
                field,
                whyNot,
                head.openedAt(),
                head.lastActivityAt());
    }
}
