package dev.collab.conversation;

import dev.collab.model.Attachment;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import java.util.List;
import java.util.Optional;

/**
 * Says what a customer opens.
 *
 * @param inbox where
 * @param channel how they talk to us
 * @param text what they write first
 * @param attachments the files that come with it
 * @param customerName what agents call the customer
 * @param subject what stands above a ticket; empty for nothing
 * @param facts what a policy can look at, the group whose queue it joins among them
 * @param followUpOf the closed conversation of the same customer it follows; empty for none
 */
public record OpenRequest(
        InboxId inbox,
        Channel channel,
        String text,
        List<Attachment> attachments,
        String customerName,
        Optional<String> subject,
        CaseFacts facts,
        Optional<ConversationId> followUpOf) {
    /** What agents read where the host gave no name. */
    public static final String UNNAMED = "Customer";

    /** Copies the attachments. */
    public OpenRequest {
        attachments = List.copyOf(attachments);
    }

    /**
     * Starts a request that says nothing but the text.
     *
     * @param inbox where
     * @param channel how they talk to us
     * @param text what they write first
     * @return a request for no group, so that only leads take it from the queue
     */
    public static OpenRequest of(InboxId inbox, Channel channel, String text) {
        return new OpenRequest(
                inbox, channel, text, List.of(), UNNAMED, Optional.empty(), CaseFacts.of(null), Optional.empty());
    }

    /**
     * Says whose queue it joins.
     *
     * @param group the group
     * @return a copy
     */
    public OpenRequest forGroup(GroupId group) {
        return about(facts.withGroup(group));
    }

    /**
     * Says what a policy can look at.
     *
     * @param other the facts, the group among them
     * @return a copy
     */
    public OpenRequest about(CaseFacts other) {
        return new OpenRequest(inbox, channel, text, attachments, customerName, subject, other, followUpOf);
    }

    /**
     * Says what agents call the customer.
     *
     * @param name the name
     * @return a copy
     */
    public OpenRequest from(String name) {
        return new OpenRequest(inbox, channel, text, attachments, name, subject, facts, followUpOf);
    }

    /**
     * Says what stands above a ticket.
     *
     * @param line the subject
     * @return a copy
     */
    public OpenRequest subject(String line) {
        return new OpenRequest(inbox, channel, text, attachments, customerName, Optional.of(line), facts, followUpOf);
    }

    /**
     * Links it to what it follows: the closed conversation on which the customer was refused to write.
     *
     * @param closed a closed conversation of the same customer, in any inbox
     * @return a copy
     */
    public OpenRequest following(ConversationId closed) {
        return new OpenRequest(inbox, channel, text, attachments, customerName, subject, facts, Optional.of(closed));
    }

    /**
     * Says which files come with it.
     *
     * @param files the files, in the customer's order
     * @return a copy
     */
    public OpenRequest attaching(Attachment... files) {
        return new OpenRequest(inbox, channel, text, List.of(files), customerName, subject, facts, followUpOf);
    }
}
