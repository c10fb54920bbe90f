package dev.collab;

import dev.collab.collaboration.Candidate;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.AgentView;
import dev.collab.conversation.Conversation;
import dev.collab.conversation.EntryRef;
import dev.collab.conversation.ExportNotes;
import dev.collab.conversation.Missed;
import dev.collab.conversation.Page;
import dev.collab.conversation.ReplyDraft;
import dev.collab.conversation.Slice;
import dev.collab.conversation.Timeline;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.CandidateScope;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.Numbering;
import dev.collab.model.Receipt;
import dev.collab.outcome.DirectoryUnavailableException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.Directory;
import dev.collab.spi.Directory.CandidateQuery;
import dev.collab.spi.StorageException;
import dev.collab.spi.StoredConversation;
import dev.collab.visibility.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads for an agent: loads, asks who they are, and shows what is in scope. */
final class AgentReads {
    private final AgentId agent;
    private final Host host;

    AgentReads(AgentId agent, Host host) {
        this.agent = agent;
        this.host = host;
    }

    Outcome<Reading> reading(ConversationId conversation) {
        var stored = host.conversations().load(conversation, null);
        // Asked after the load, so that it is at least as new, and also where there is nothing to read.
        var me = me();
        return Reading.of(stored, one -> reading(one, me));
    }

    Outcome<AgentView> view(ConversationId conversation) {
        return reading(conversation).map(this::view);
    }

    private AgentView view(Reading reading) {
        var now = Conversation.of(reading.head(), reading.settings(), host.now());
        var me = reading.standing();
        return AgentView.of(reading.head(), now.field(me), now.refusals(me));
    }

    Outcome<Slice<AgentEntry>> timeline(ConversationId conversation, Page page) {
        var loaded = PageLoad.of(host, conversation, page, Numbering.AGENTS);
        // Asked after the load, so that it is at least as new, and also where there is nothing to read.
        var me = me();
        return Reading.of(loaded.stored(), one -> reading(one, me)).map(reading -> {
            var timeline = new Timeline(conversation, reading.scope(), page);
            return timeline.forAgent(loaded.entries(host, reading, timeline));
        });
    }

    Outcome<CandidatePage> candidates(ConversationId conversation, CandidateSearch search) {
        return reading(conversation)
                .flatMap(reading -> Conversation.of(reading.head(), reading.settings(), host.now())
                        .candidates(reading.standing()))
                .map(scope -> found(host, scope, search));
    }

    static CandidatePage found(Host host, CandidateScope scope, CandidateSearch search) {
        // One more than the page, to see whether there are more.
        var query = new CandidateQuery(scope, search.text(), search.position(), search.limit() + 1);
        var found = host.search(query);
        var page = found.stream().limit(search.limit()).toList();
        Optional<ListCursor> next = found.size() > search.limit()
                ? Optional.of(ListCursor.of(position(page.get(page.size() - 1))))
                : Optional.empty();
        return new CandidatePage(
                page.stream().filter(scope::admits).map(Candidate::of).toList(), next);
    }

    private static Directory.Position position(AgentProfile last) {
        return new Directory.Position(last.name(), last.id());
    }

    Outcome<MovePreview> previewMove(ConversationId conversation, InboxId inbox, Optional<GroupId> group) {
        return reading(conversation)
                .flatMap(reading -> {
                    var now = Conversation.of(reading.head(), reading.settings(), host.now())
                            .settled();
                    var people = host.find(AgentActs.takingPart(Optional.of(now.head())));
                    return now.move(reading.standing(), host.destination(inbox, group, now.head()), people::get);
                })
                .map(decision -> MovePreview.of(new Receipt(decision.sequence(), decision.ids(), host.now())));
    }

    Outcome<InvitationView> invitation(ConversationId conversation) {
        var stored = host.conversations().load(conversation, null);
        var me = me();
        if (stored.isEmpty() || me.isEmpty()) {
            return Outcome.rejected(Reason.UNKNOWN_CONVERSATION);
        }
        var head = stored.get().head();
        var now = Conversation.of(head, stored.get().settings(), host.now());
        return now.invitation(me.get())
                .map(invitation ->
                        InvitationView.of(head, invitation, now.policy().isEscalation(invitation, me.get())));
    }

    Outcome<AgentView> export(ConversationId conversation, ExportNotes notes, Consumer<AgentEntry> to) {
        return reading(conversation).map(reading -> {
            reading.eachPage(
                    host,
                    page -> Timeline.exportForAgent(conversation, reading.scope(), page, notes)
                            .forEach(to));
            return view(reading);
        });
    }

    Set<EntryRef> visible(List<EntryRef> entries) {
        return new EntryCheck(host).visible(entries, () -> {
            var me = me();
            return stored -> reading(stored, me);
        });
    }

    private Optional<Reading> reading(StoredConversation stored, Optional<AgentProfile> me) {
        var visibility = Visibility.of(stored.head(), stored.settings(), host.now());
        return me.flatMap(visibility::standing).flatMap(standing -> Reading.of(stored, visibility, standing));
    }

    ListPage<AgentRow> conversations(ListKind list, ListRequest request) {
        var now = host.now();
        var me = me();
        return me.flatMap(profile -> Visibility.conversations(profile, now)
                        .map(scope -> new Lists(host, scope, list, request).forAgent(profile)))
                .orElseGet(() -> new ListPage<>(List.of(), Optional.empty()));
    }

    /** What the author of a reply is told, with what they had missed. */
    Outcome<Replied> replied(ConversationId asked, ReplyDraft draft, Outcome<Receipt> outcome) {
        return outcome.fold(
                receipt -> {
                    var there = Receipts.conversation(receipt);
                    var seen = AgentActs.seen(asked, there, draft);
                    return Outcome.done(Replied.of(receipt, missed(there, seen, receipt)));
                },
                no -> Outcome.rejected(
                        no.reason(),
                        no.details() instanceof Missed held
                                ? held(held.conversation(), AgentActs.seen(asked, held.conversation(), draft))
                                : no.details()));
    }

    /** What stands between what the author had seen and what the command wrote. */
    private List<AgentEntry> missed(ConversationId conversation, ReplyDraft draft, Receipt receipt) {
        if (!Boolean.parseBoolean(receipt.ids().get("missed"))) {
            return List.of();
        }
        try {
            return since(conversation, draft).stream()
                    .filter(entry -> entry.sequence() < receipt.sequence())
                    .toList();
        } catch (DirectoryUnavailableException | StorageException unreadable) {
            // The reply is sent; failing now would say that nothing was, and have it sent twice.
            return List.of();
        }
    }

    private Missed held(ConversationId conversation, ReplyDraft draft) {
        return new Missed(conversation, since(conversation, draft));
    }

    private List<AgentEntry> since(ConversationId conversation, ReplyDraft draft) {
        var page = Page.from(draft.lastSeen().map(seen -> seen + 1).orElse(0L), Missed.MOST);
        return timeline(conversation, page).fold(Slice::entries, gone -> List.of());
    }

    private Optional<AgentProfile> me() {
        return host.find(Set.of(agent)).get(agent);
    }
}
