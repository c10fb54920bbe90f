package dev.collab;

import dev.collab.PolicyChange.Adding;
import dev.collab.collaboration.Collaborator;
import dev.collab.conversation.Conversation;
import dev.collab.inbox.Inbox;
import dev.collab.model.AgentProfile;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.ConversationScope;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.outcome.LeakPreventedException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.ListedConversation;
import dev.collab.visibility.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the open conversations of an inbox as they are with what another policy would make of them. */
final class PolicyChanges {
    private final Host host;
    private final InboxId inbox;
    private final CollaborationSettings policy;
    private final Instant now;

    PolicyChanges(Host host, InboxId inbox, CollaborationSettings policy, Instant now) {
        this.host = host;
        this.inbox = inbox;
        this.policy = policy;
        this.now = now;
    }

    PolicyChangePage page(AgentProfile admin, ListRequest request) {
        var scope = Visibility.conversations(admin, now).map(this::here);
        var found = scope.map(in -> host.conversations()
                        // One more than the page, to see whether there are more.
                        .find(new ConversationQuery(
                                in, ListKind.ALL, request.statuses(), request.position(), request.limit() + 1)))
                .orElse(List.of());
        var page = found.stream().limit(request.limit()).toList();
        page.forEach(row -> check(row, admin));
        // The admin may take part elsewhere as well.
        var rows = page.stream().filter(row -> row.head().inbox().equals(inbox)).toList();
        var assignees = host.find(rows.stream()
                .flatMap(row -> Stream.ofNullable(row.head().assignee()))
                .collect(Collectors.toSet()));
        var changes = rows.stream()
                .map(row -> change(row, assignees))
                .filter(change -> !change.isNone())
                .toList();
        return new PolicyChangePage(changes, rows.size(), next(found, page));
    }

    /** All the admin sees in this inbox, by the part of the scope that makes them its admin. */
    private ConversationScope here(ConversationScope all) {
        return new ConversationScope(
                all.agent(), all.customer(), all.now(), Set.of(), Set.of(), Set.of(inbox), Set.of());
    }

    private void check(ListedConversation row, AgentProfile admin) {
        if (Visibility.of(row.head(), row.settings(), now).standing(admin).isEmpty()) {
            throw new LeakPreventedException(row.head().id(), row.newestPublic().sequence());
        }
    }

    private static Optional<ListCursor> next(List<ListedConversation> found, List<ListedConversation> page) {
        if (found.size() == page.size()) {
            return Optional.empty();
        }
        var last = page.get(page.size() - 1).head();
        return Optional.of(ListCursor.of(new ConversationQuery.Position(last.lastActivityAt(), last.id())));
    }

    private PolicyChange change(ListedConversation row, Host.People assignees) {
        var head = row.head();
        var before = Conversation.of(head, row.settings(), now);
        var after = Conversation.of(head, wouldBe(row.settings()), now);
        return new PolicyChange(
                head.id(),
                Optional.ofNullable(head.assignee()),
                before.policy().collaborations().stream()
                        .filter(not(after.policy().collaborations()))
                        .map(Collaborator::of)
                        .toList(),
                before.policy().invitations().stream()
                        .filter(not(after.policy().invitations()))
                        .toList(),
                adding(before, assignees),
                adding(after, assignees));
    }

    private InboxSettings wouldBe(InboxSettings settings) {
        return Inbox.of(settings).wouldBe(policy, now);
    }

    private static <T> Predicate<T> not(List<T> those) {
        return one -> !those.contains(one);
    }

    private static Optional<Adding> adding(Conversation conversation, Host.People assignees) {
        return Optional.ofNullable(conversation.head().assignee())
                .map(assignee -> assignees
                        .get(assignee)
                        .flatMap(conversation.visibility()::standing)
                        .map(conversation::highestLevel)
                        .orElseGet(() -> Outcome.rejected(Reason.UNKNOWN_CONVERSATION))
                        .fold(
                                level -> new Adding(
                                        Optional.empty(),
                                        Optional.of(level),
                                        conversation.policy().hasPlace()),
                                no -> new Adding(Optional.of(no.reason()), Optional.empty(), false)));
    }
}
