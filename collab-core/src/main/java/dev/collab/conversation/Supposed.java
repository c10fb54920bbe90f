package dev.collab.conversation;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.Author;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationId;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.CollaborationState;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.HistoryWindow;
import dev.collab.model.InboxSettings;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Level;
import dev.collab.model.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Describes an open conversation that does not exist, and an agent's part in it, to ask what the agent could do there.
 *
 * @param agent who would act
 * @param assignee who would have it; empty if it waited in the queue
 * @param collaborating at which level the agent would collaborate; empty if they do not
 * @param window how far back the agent would read as a collaborator
 * @param channel how the customer would talk to us
 * @param facts what a policy would look at
 * @param customer whose it would be; empty for somebody no agent is in private
 */
public record Supposed(
        AgentId agent,
        Optional<AgentId> assignee,
        Optional<Level> collaborating,
        HistoryWindow window,
        Channel channel,
        CaseFacts facts,
        Optional<CustomerId> customer) {
    private static final Author SOMEBODY = new Author(ActorKind.SYSTEM, "collab", "collab");
    private static final AgentId SOMEBODY_ELSE = new AgentId("collab:somebody-else");
    private static final CustomerId NO_AGENT = new CustomerId("collab:no-agent");

    /** The opening, the customer's message, and the entries that assigned it and added the agent. */
    private static final Counters COUNTERS = new Counters(3, 4, 1, 1, 1);

    /** Checks that nobody collaborates on what is theirs. */
    public Supposed {
        if (collaborating.isPresent() && assignee.equals(Optional.of(agent))) {
            throw new InvalidArgumentException("collaborating", "must be empty for the assignee");
        }
    }

    /**
     * Supposes that an agent is the assignee.
     *
     * @param agent who acts
     * @param channel how the customer talks to us
     * @param facts what a policy looks at
     * @return the supposition
     */
    public static Supposed assignee(AgentId agent, Channel channel, CaseFacts facts) {
        return new Supposed(
                agent, Optional.of(agent), Optional.empty(), HistoryWindow.FULL, channel, facts, Optional.empty());
    }

    /**
     * Supposes that an agent collaborates on what is somebody else's, and reads all of it.
     *
     * @param agent who acts
     * @param level at which level
     * @param channel how the customer talks to us
     * @param facts what a policy looks at
     * @return the supposition
     */
    public static Supposed collaborator(AgentId agent, Level level, Channel channel, CaseFacts facts) {
        return new Supposed(
                agent,
                Optional.of(SOMEBODY_ELSE),
                Optional.of(level),
                HistoryWindow.FULL,
                channel,
                facts,
                Optional.empty());
    }

    /**
     * Supposes that an agent takes no part in what is somebody else's; what they are besides, the directory says.
     *
     * @param agent who acts
     * @param channel how the customer talks to us
     * @param facts what a policy looks at
     * @return the supposition
     */
    public static Supposed outside(AgentId agent, Channel channel, CaseFacts facts) {
        return new Supposed(
                agent,
                Optional.of(SOMEBODY_ELSE),
                Optional.empty(),
                HistoryWindow.FULL,
                channel,
                facts,
                Optional.empty());
    }

    /**
     * Supposes that a certain agent has it.
     *
     * @param other who has it
     * @return a copy
     */
    public Supposed assignedTo(AgentId other) {
        return new Supposed(agent, Optional.of(other), collaborating, window, channel, facts, customer);
    }

    /**
     * Supposes that nobody has it yet.
     *
     * @return a copy that waits in its group's queue
     */
    public Supposed queued() {
        return new Supposed(agent, Optional.empty(), collaborating, window, channel, facts, customer);
    }

    /**
     * Supposes that the agent, as a collaborator, reads no further back than to the entry that added them.
     *
     * @return a copy
     */
    public Supposed readingFromAdd() {
        return new Supposed(agent, assignee, collaborating, HistoryWindow.FROM_ADD, channel, facts, customer);
    }

    /**
     * Supposes that it is a certain customer's.
     *
     * @param owner whose
     * @return a copy
     */
    public Supposed of(CustomerId owner) {
        return new Supposed(agent, assignee, collaborating, window, channel, facts, Optional.of(owner));
    }

    /**
     * Makes the conversation, for the rules to look at; it is never stored.
     *
     * @param settings the settings of its inbox
     * @param profile what the directory knows of the agent; empty if nothing
     * @param now the time to decide for
     * @return the conversation
     */
    public Conversation in(InboxSettings settings, Optional<AgentProfile> profile, Instant now) {
        var grants = collaborating.map(level -> grant(settings, profile, level, now)).stream()
                .toList();
        var head = new ConversationHead(
                new ConversationId("collab:supposed"),
                settings.inbox(),
                customer.orElse(NO_AGENT),
                "Customer",
                channel,
                null,
                facts,
                ConversationStatus.OPEN,
                assignee.orElse(null),
                2,
                grants,
                List.of(),
                null,
                null,
                COUNTERS,
                now,
                now);
        return Conversation.of(head, settings, now);
    }

    private Collaboration grant(InboxSettings settings, Optional<AgentProfile> profile, Level level, Instant now) {
        long sequence = COUNTERS.entries() - 1;
        return new Collaboration(
                new CollaborationId("collab:supposed"),
                agent,
                profile.map(AgentProfile::name).orElse(agent.value()),
                SOMEBODY,
                CollaborationOrigin.ADDED,
                null,
                null,
                level,
                sequence,
                switch (window) {
                    case FULL -> 0;
                    case FROM_ADD -> sequence;
                },
                settings.epoch(),
                false,
                CollaborationState.ACTIVE,
                now,
                null,
                Work.NONE);
    }
}
