package dev.collab;

import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.Admission;
import dev.collab.conversation.Conversation;
import dev.collab.conversation.Supposed;
import dev.collab.inbox.Inbox;
import dev.collab.model.AgentId;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.ConversationStatus;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.visibility.Standing;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Is where an admin tries a policy out before it is stored.
 *
 * <p>The answers are those of the rules that decide in earnest, as of now: nothing is stored, nobody is told, nobody's
 * capacity is asked, and nothing is held for later. Whether this is an admin is asked of the directory at each call;
 * everybody else is refused. What the supposed agent would be answered stands inside: the outer outcome says whether
 * one may ask, the inner what the agent's desk would say.
 */
public final class DryRunDesk {
    private final AgentId admin;
    private final InboxId inbox;
    private final Host host;
    private final CollaborationSettings policy;

    DryRunDesk(AgentId admin, InboxId inbox, Host host, CollaborationSettings policy) {
        this.admin = admin;
        this.inbox = inbox;
        this.host = host;
        this.policy = policy;
    }

    /**
     * Asks what adding somebody would come to.
     *
     * @param supposed who adds, as what, in which case
     * @param candidate whom
     * @param options at which level, reading how far back, asked what
     * @return what {@link AgentDesk#addCollaborator} would come to or be refused with, capacity aside; NOT_PERMITTED for
     *     those who are no admin
     */
    public Outcome<Outcome<Admission>> add(Supposed supposed, AgentId candidate, AddOptions options) {
        return asked(
                supposed,
                Set.of(candidate),
                (tried, people) -> tried.conversation()
                        .proposed(tried.me(), candidate, people.get(candidate), options)
                        .map(addition -> Admission.of(addition, tried.now())));
    }

    /**
     * Asks who could be added today.
     *
     * @param supposed who searches, as what, in which case
     * @param search what was typed, and which page
     * @return what {@link AgentDesk#candidates} would find or be refused with; NOT_PERMITTED for those who are no admin
     */
    public Outcome<Outcome<CandidatePage>> candidates(Supposed supposed, CandidateSearch search) {
        return asked(
                supposed,
                Set.of(),
                (tried, people) -> tried.conversation()
                        .candidates(tried.me())
                        .map(scope -> AgentReads.found(host, scope, search)));
    }

    /**
     * Asks what switching to the policy would change for the open conversations of the inbox.
     *
     * <p>A conversation in which somebody writes between two pages moves to the front of the list and is not seen
     * again. Who could be added to it is not compared, only whether anybody and up to which level.
     *
     * @param from where the page goes on; empty for the first
     * @param limit how many conversations to look at, 1 to {@value ListRequest#MAX_LIMIT}
     * @return what would change; NOT_PERMITTED for those who are no admin
     */
    public Outcome<PolicyChangePage> changes(Optional<ListCursor> from, int limit) {
        var request = new ListRequest(Set.of(ConversationStatus.OPEN), from, limit);
        var settings = host.storage().inboxes().load(inbox);
        var me = host.find(Set.of(admin)).get(admin);
        return Inbox.of(settings)
                .read(me)
                .map(current -> new PolicyChanges(host, inbox, policy, host.now()).page(me.orElseThrow(), request));
    }

    /** The conversation as supposed, and what the agent is to it. */
    private record Tried(Conversation conversation, Standing me, Instant now) {}

    private <T> Outcome<Outcome<T>> asked(
            Supposed supposed, Set<AgentId> others, BiFunction<Tried, Host.People, Outcome<T>> question) {
        var settings = host.storage().inboxes().load(inbox);
        var agents = new HashSet<>(others);
        agents.add(admin);
        agents.add(supposed.agent());
        var people = host.find(agents);
        return Inbox.of(settings).read(people.get(admin)).map(current -> answer(supposed, current, people, question));
    }

    private <T> Outcome<T> answer(
            Supposed supposed,
            InboxSettings current,
            Host.People people,
            BiFunction<Tried, Host.People, Outcome<T>> question) {
        var now = host.now();
        var profile = people.get(supposed.agent());
        var conversation = supposed.in(Inbox.of(current).wouldBe(policy, now), profile, now);
        return profile.flatMap(conversation.visibility()::standing)
                .map(me -> question.apply(new Tried(conversation, me, now), people))
                .orElseGet(() -> Outcome.rejected(Reason.UNKNOWN_CONVERSATION));
    }
}
