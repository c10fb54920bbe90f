package dev.collab;

import dev.collab.collaboration.Contribution;
import dev.collab.inbox.Inbox;
import dev.collab.inbox.PolicySentence;
import dev.collab.inbox.PolicySentences;
import dev.collab.internal.Defaults;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.SettingsChange;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.RaceLostException;
import dev.collab.outcome.Reason;
import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.CollaborationRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Is where an admin reads and changes the settings of one inbox.
 *
 * <p>Whether they are an admin is asked of the directory at each call; everybody else is refused.
 */
public final class InboxDesk {
    private final AgentId admin;
    private final InboxId inbox;
    private final Host host;

    InboxDesk(AgentId admin, InboxId inbox, Host host) {
        this.admin = admin;
        this.inbox = inbox;
        this.host = host;
    }

    /**
     * Reads the settings.
     *
     * @return the settings, at revision 0 if nobody has changed them
     */
    public Outcome<InboxSettings> settings() {
        var settings = host.storage().inboxes().load(inbox);
        return Inbox.of(settings).read(me());
    }

    /**
     * Reads the settings back in plain English, groups called by their ids.
     *
     * @return the sentences, whether collaboration is on first
     */
    public Outcome<List<PolicySentence>> sentences() {
        return sentences(Map.of());
    }

    /**
     * Reads the settings back in plain English.
     *
     * @param labels what the host calls its groups; a group that is not in it is called by its id
     * @return the sentences, whether collaboration is on first
     */
    public Outcome<List<PolicySentence>> sentences(Map<GroupId, String> labels) {
        return settings().map(settings -> PolicySentences.of(settings, labels));
    }

    /**
     * Goes to try a policy out, which changes nothing.
     *
     * @param policy the policy as it would be
     * @return the desk to ask what it would mean; whether this is an admin is asked there at each call
     */
    public DryRunDesk dryRun(CollaborationSettings policy) {
        return new DryRunDesk(admin, inbox, host, policy);
    }

    /**
     * Switches collaboration on.
     *
     * @return the settings as they are now; if it was on, they did not change
     */
    public Outcome<InboxSettings> enableCollaboration() {
        return edit(
                settings -> settings.withCollaboration(settings.collaboration().withEnabled(true)));
    }

    /**
     * Switches collaboration off; what becomes of those who take part, the policy says.
     *
     * @return the settings as they are now; if it was off, they did not change
     */
    public Outcome<InboxSettings> disableCollaboration() {
        return edit(
                settings -> settings.withCollaboration(settings.collaboration().withEnabled(false)));
    }

    /**
     * Stores edited settings, if nobody has changed them meanwhile.
     *
     * @param edited settings that were read here and changed since; their revision tells which
     * @return the settings as they are now, or STALE_SETTINGS
     */
    public Outcome<InboxSettings> change(InboxSettings edited) {
        return stored(edited).orElseGet(() -> Outcome.rejected(Reason.STALE_SETTINGS));
    }

    /**
     * Reads who changed the settings when, newest change first.
     *
     * @param belowRevision only changes that made a lower revision than this; {@code Long.MAX_VALUE} for the newest
     * @param limit how many at most, at least 1
     * @return the changes; empty if there are none
     */
    public Outcome<List<SettingsChange>> history(long belowRevision, int limit) {
        return settings().map(settings -> host.storage().inboxes().history(inbox, belowRevision, limit));
    }

    /**
     * Says who contributed what to the inbox over a period: the collaborations that were in force in it.
     *
     * @param from the start of the period; what had ended by then is left out
     * @param until the end of the period, exclusive; what began later is left out
     * @param cursor where the page goes on; empty for the first
     * @param limit how many at most, 1 to 1,000
     * @return a page, for admins of the inbox only; it counts what was written after the period too
     */
    public Outcome<ContributionPage> attribution(Instant from, Instant until, Optional<ListCursor> cursor, int limit) {
        return settings().map(settings -> {
            var after = cursor.map(ListCursor::contribution).orElse(null);
            var found = collaborations(new CollaborationQuery(inbox, null, from, until, after, limit));
            var rows = contributions(found, settings)
                    // What was over without an entry yet ended by its time.
                    .filter(one ->
                            one.endedAt().filter(end -> !end.isAfter(from)).isEmpty())
                    .toList();
            Optional<ListCursor> next = found.size() == limit
                    ? Optional.of(ListCursor.of(found.get(found.size() - 1).position()))
                    : Optional.empty();
            return new ContributionPage(rows, next);
        });
    }

    /**
     * Says who contributed what to a conversation of the inbox.
     *
     * @param conversation which conversation
     * @return its first 1,000 collaborations, the one that began first comes first; UNKNOWN_CONVERSATION if it is not in
     *     this inbox
     */
    public Outcome<List<Contribution>> attribution(ConversationId conversation) {
        return settings()
                .flatMap(settings -> host.conversations()
                        .load(conversation, null)
                        .filter(stored -> stored.head().inbox().equals(inbox))
                        .<Outcome<List<Contribution>>>map(stored -> {
                            // Those that start now are of no interest, and a clock that runs ahead is.
                            var until = host.now().plus(Duration.ofDays(1));
                            return Outcome.done(contributions(
                                            collaborations(new CollaborationQuery(
                                                    null,
                                                    conversation,
                                                    Instant.EPOCH,
                                                    until,
                                                    null,
                                                    CollaborationQuery.MAX_LIMIT)),
                                            settings)
                                    .toList());
                        })
                        .orElseGet(() -> Outcome.rejected(Reason.UNKNOWN_CONVERSATION)));
    }

    private List<CollaborationRecord> collaborations(CollaborationQuery query) {
        return host.storage().collaborations().find(query);
    }

    private Stream<Contribution> contributions(List<CollaborationRecord> found, InboxSettings settings) {
        var now = host.now();
        return found.stream().map(one -> Contribution.of(one, settings, now));
    }

    /** Edits say what is to be different, so they can be made again on what somebody else has stored. */
    private Outcome<InboxSettings> edit(UnaryOperator<InboxSettings> edit) {
        for (int attempt = 1; attempt <= Commands.ATTEMPTS; attempt++) {
            var stored = settings()
                    .map(edit)
                    .fold(this::stored, no -> Optional.of(Outcome.<InboxSettings>rejected(no.reason(), no.details())));
            if (stored.isPresent()) {
                return stored.get();
            }
            Defaults.pause(attempt);
        }
        throw new RaceLostException("settings of inbox " + inbox, Commands.ATTEMPTS);
    }

    /** Empty if somebody was faster between the load and the store. */
    private Optional<Outcome<InboxSettings>> stored(InboxSettings edited) {
        var inboxes = host.storage().inboxes();
        var current = inboxes.load(inbox);
        return Inbox.of(current)
                .change(me(), edited, host.now())
                .fold(
                        change -> change.isEmpty()
                                ? Optional.of(Outcome.done(current))
                                : inboxes.compareAndSet(change.get())
                                        ? Optional.of(Outcome.done(change.get().after()))
                                        : Optional.empty(),
                        no -> no.reason() == Reason.STALE_SETTINGS
                                ? Optional.empty()
                                : Optional.of(Outcome.rejected(no.reason(), no.details())));
    }

    private Optional<AgentProfile> me() {
        return host.find(Set.of(admin)).get(admin);
    }
}
