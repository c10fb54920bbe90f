package dev.collab.conversation;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.Author;
import dev.collab.model.CaseFacts;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationId;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.CollaborationState;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.model.Invitation;
import dev.collab.model.InvitationId;
import dev.collab.model.Level;
import dev.collab.model.TimelineEntry;
import dev.collab.model.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes what happened into the facts of an entry and reads it back; nobody else knows their names. */
final class EntryFacts {
    static final String AGENT = "agent";
    static final String AGENT_NAME = "agent.name";
    static final String GROUP = "group";
    static final String LEVEL = "level";
    static final String REASON = "reason";
    static final String COLLABORATION = "collaboration";
    static final String INVITATION = "invitation";
    static final String INBOX = "inbox";
    static final String CHANNEL = "channel";
    static final String INTO = "into";
    static final String SOURCE = "from-conversation";
    static final String EPOCH = "epoch";
    static final String FOLLOW_UP_OF = "follow-up-of";

    static final String INVITER_KIND = "inviter.kind";
    static final String INVITER = "inviter";

    private static final String NAME = ".name";
    private static final String KIND = ".kind";
    private static final String SEEN = "into.entries";
    private static final String JOINS = "joins.";
    private static final String MENTION = "mention.";
    private static final String ORIGIN = "origin";
    private static final String ASKED_GROUP = "asked-group";
    private static final String PRESENTED = "presented";
    private static final String ENTRY = "entry";
    private static final String ENTRY_KIND = "entry.kind";
    private static final String ENTRY_CUSTOMER_SEQUENCE = "entry.customer-sequence";
    private static final String ERASED = "erased";
    private static final String ERASED_KIND = "erased.kind";
    private static final String IMPORTED = "imported";
    private static final String CUSTOMER_SEES = "customer-sees";
    private static final String RULE = "rule";
    private static final String FROM = "from";
    private static final String ESCALATION = "escalation";
    private static final String ENDS_AT = "ends-at";
    private static final String EXPIRES_AT = "expires-at";
    private static final String TIME_BOX = "time-box";
    private static final String ADDER_KIND = "adder.kind";
    private static final String ADDER = "adder";
    private static final String ADDER_NAME = "adder.name";
    private static final String TOPIC = "topic.";
    private static final String ATTRIBUTE = "attribute.";

    private EntryFacts() {}

    static Draft write(Draft draft, Collaboration grant) {
        return draft.fact(COLLABORATION, grant.id())
                .fact(AGENT, grant.agent())
                .fact(AGENT_NAME, grant.agentName())
                .fact(ADDER_KIND, grant.addedBy().kind())
                .fact(ADDER, grant.addedBy().id())
                .fact(ADDER_NAME, grant.addedBy().name())
                .fact(ORIGIN, grant.origin())
                .fact(ASKED_GROUP, grant.group())
                .fact(RULE, grant.rule())
                .fact(LEVEL, grant.level())
                .fact(FROM, grant.fromSequence())
                .fact(EPOCH, grant.epoch())
                .fact(ESCALATION, grant.escalation())
                .fact(ENDS_AT, grant.endsAt());
    }

    static Collaboration collaboration(TimelineEntry entry) {
        return new Collaboration(
                new CollaborationId(need(entry, COLLABORATION)),
                new AgentId(need(entry, AGENT)),
                need(entry, AGENT_NAME),
                new Author(ActorKind.valueOf(need(entry, ADDER_KIND)), need(entry, ADDER), need(entry, ADDER_NAME)),
                CollaborationOrigin.valueOf(need(entry, ORIGIN)),
                maybe(entry, ASKED_GROUP, GroupId::new),
                entry.facts().get(RULE),
                Level.valueOf(need(entry, LEVEL)),
                entry.sequence(),
                Long.parseLong(need(entry, FROM)),
                Long.parseLong(need(entry, EPOCH)),
                Boolean.parseBoolean(need(entry, ESCALATION)),
                CollaborationState.ACTIVE,
                entry.at(),
                maybe(entry, ENDS_AT, Instant::parse),
                Work.NONE);
    }

    static Draft write(Draft draft, Invitation invitation) {
        return draft.text(invitation.question())
                .fact(INVITATION, invitation.id())
                .fact(AGENT, invitation.agent())
                .fact(GROUP, invitation.group())
                .fact(RULE, invitation.rule())
                .fact(LEVEL, invitation.level())
                .fact(FROM, invitation.fromSequence())
                .fact(TIME_BOX, invitation.timeBox())
                .fact(EPOCH, invitation.epoch())
                .fact(ESCALATION, invitation.escalation())
                .fact(EXPIRES_AT, invitation.expiresAt());
    }

    static Invitation invitation(TimelineEntry entry) {
        return new Invitation(
                new InvitationId(need(entry, INVITATION)),
                maybe(entry, AGENT, AgentId::new),
                maybe(entry, GROUP, GroupId::new),
                entry.author(),
                entry.text(),
                entry.facts().get(RULE),
                Level.valueOf(need(entry, LEVEL)),
                maybe(entry, FROM, Long::valueOf),
                maybe(entry, TIME_BOX, Duration::parse),
                Long.parseLong(need(entry, EPOCH)),
                Boolean.parseBoolean(need(entry, ESCALATION)),
                entry.at(),
                Instant.parse(need(entry, EXPIRES_AT)));
    }

    static Draft write(Draft draft, CaseFacts facts) {
        draft.fact(GROUP, facts.group());
        int number = 0;
        for (var topic : facts.topics()) {
            draft.fact(TOPIC + number++, topic);
        }
        facts.attributes().forEach((name, value) -> draft.fact(ATTRIBUTE + name, value));
        return draft;
    }

    static CaseFacts caseFacts(TimelineEntry entry) {
        var topics = new TreeSet<String>();
        Map<String, String> attributes = new TreeMap<>();
        entry.facts().forEach((name, value) -> {
            if (name.startsWith(TOPIC)) {
                topics.add(value);
            } else if (name.startsWith(ATTRIBUTE)) {
                attributes.put(name.substring(ATTRIBUTE.length()), value);
            }
        });
        return new CaseFacts(maybe(entry, GROUP, GroupId::new), topics, attributes);
    }

    static Draft mention(Draft draft, Collection<AgentId> agents) {
        int number = 0;
        for (var agent : agents) {
            draft.fact(MENTION + number++, agent);
        }
        return draft;
    }

    static Set<AgentId> mentioned(TimelineEntry entry) {
        var agents = new TreeSet<AgentId>();
        entry.facts().forEach((name, value) -> {
            if (name.startsWith(MENTION)) {
                agents.add(new AgentId(value));
            }
        });
        return agents;
    }

    /** Ids and levels, but no names: those are in the entries that end the collaborations. */
    static Draft write(Draft draft, MergeLink link) {
        draft.fact(INTO, link.into()).fact(SEEN, link.seen());
        int number = 0;
        for (var one : link.joining()) {
            var name = JOINS + number++;
            draft.fact(name, one.agent()).fact(name + "." + LEVEL, one.level());
            draft.fact(name + "." + ENDS_AT, one.endsAt().orElse(null));
        }
        return draft;
    }

    static MergeLink mergeLink(TimelineEntry entry) {
        var joining = new ArrayList<MergeLink.Joining>();
        for (var name = JOINS + 0; entry.facts().containsKey(name); name = JOINS + joining.size()) {
            joining.add(new MergeLink.Joining(
                    new AgentId(need(entry, name)),
                    Level.valueOf(need(entry, name + "." + LEVEL)),
                    Optional.ofNullable(maybe(entry, name + "." + ENDS_AT, Instant::parse))));
        }
        return new MergeLink(
                entry.conversation(),
                new ConversationId(need(entry, INTO)),
                entry.author(),
                Long.parseLong(need(entry, SEEN)),
                joining);
    }

    static boolean isMerged(TimelineEntry entry) {
        return entry.kind() == EntryKind.COLLABORATION_STARTED
                && CollaborationOrigin.MERGED.name().equals(entry.facts().get(ORIGIN));
    }

    /** Whether an agent takes part whom nobody has asked a capacity hook about when they were invited. */
    static boolean isAddition(TimelineEntry entry) {
        var origin = entry.facts().get(ORIGIN);
        return entry.kind() == EntryKind.COLLABORATION_STARTED
                && (CollaborationOrigin.ADDED.name().equals(origin)
                        || CollaborationOrigin.MENTIONED.name().equals(origin)
                        || entry.facts().containsKey(ASKED_GROUP));
    }

    static Draft redacted(Draft draft, TimelineEntry entry) {
        draft.fact(ENTRY, entry.sequence())
                .fact(ENTRY_KIND, entry.kind())
                .fact(ENTRY_CUSTOMER_SEQUENCE, entry.customerSequence());
        // The subject of a ticket is the customer's too.
        return entry.kind().isPublic() || entry.kind() == EntryKind.OPENED ? seenByCustomer(draft) : draft;
    }

    /** The customer's place of a reply that was redacted: what the host has sent and may take back. */
    static @Nullable Long redactedReply(TimelineEntry entry) {
        boolean isReply = entry.kind() == EntryKind.REDACTED
                && EntryKind.REPLY.name().equals(entry.facts().get(ENTRY_KIND));
        return isReply ? Long.valueOf(need(entry, ENTRY_CUSTOMER_SEQUENCE)) : null;
    }

    static boolean tellsOfNote(TimelineEntry entry) {
        return entry.kind() == EntryKind.NOTE
                || (entry.kind() == EntryKind.REDACTED
                        && EntryKind.NOTE.name().equals(entry.facts().get(ENTRY_KIND)));
    }

    static Draft imported(Draft draft) {
        return draft.fact(IMPORTED, true);
    }

    static boolean isImported(TimelineEntry entry) {
        return entry.facts().containsKey(IMPORTED);
    }

    static Draft erased(Draft draft, ActorKind kind, String id) {
        return draft.fact(ERASED_KIND, kind).fact(ERASED, id);
    }

    static Draft presentedAs(Draft draft, AgentId agent) {
        return draft.fact(PRESENTED, agent);
    }

    static boolean isPresentedAs(TimelineEntry entry, String agent) {
        return agent.equals(entry.facts().get(PRESENTED));
    }

    /** A name stands beside the id it belongs to, as "x" and "x.name"; "x.kind" tells customers from agents. */
    static Map<String, String> withoutName(Map<String, String> facts, ActorKind kind, String id, String instead) {
        var left = new TreeMap<>(facts);
        left.replaceAll((fact, value) -> {
            // What the host said of the case is about the case, and the head has it too.
            if (!fact.endsWith(NAME) || fact.startsWith(ATTRIBUTE) || fact.startsWith(TOPIC)) {
                return value;
            }
            var person = fact.substring(0, fact.length() - NAME.length());
            var personKind = facts.getOrDefault(person + KIND, ActorKind.AGENT.name());
            return id.equals(facts.get(person)) && kind.name().equals(personKind) ? instead : value;
        });
        return left;
    }

    /** Says that what the customer sees changed, where the kind alone does not. */
    static Draft seenByCustomer(Draft draft) {
        return draft.fact(CUSTOMER_SEES, true);
    }

    static boolean isSeenByCustomer(TimelineEntry entry) {
        return entry.facts().containsKey(CUSTOMER_SEES);
    }

    static String need(TimelineEntry entry, String name) {
        var value = entry.facts().get(name);
        if (value == null) {
            throw new IllegalStateException("entry " + entry.sequence() + " of conversation " + entry.conversation()
                    + " (" + entry.kind() + ") lacks the fact " + name);
        }
        return value;
    }

    static <T> @Nullable T maybe(TimelineEntry entry, String name, Function<String, T> parse) {
        var value = entry.facts().get(name);
        return value == null ? null : parse.apply(value);
    }
}
