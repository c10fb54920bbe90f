package dev.collab.tck.scenario;

import dev.collab.AgentDesk;
import dev.collab.AgentRow;
import dev.collab.Collab;
import dev.collab.CustomerDesk;
import dev.collab.CustomerRow;
import dev.collab.InboxDesk;
import dev.collab.ListRequest;
import dev.collab.SystemDesk;
import dev.collab.collaboration.Collaborator;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.CustomerEntry;
import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.Page;
import dev.collab.inmemory.CountingIds;
import dev.collab.inmemory.InMemoryDirectory;
import dev.collab.inmemory.RecordingNotifier;
import dev.collab.inmemory.RecordingSignal;
import dev.collab.inmemory.SettableTime;
import dev.collab.model.AddRule;
import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.Channel;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationSettings;
import dev.collab.model.CustomerId;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;
import dev.collab.model.Notification;
import dev.collab.model.NotificationKind;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.outcome.Outcome;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.Storage;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A bicycle workshop: REPAIRS answers customers and PARTS is asked for help.
 *
 * <p>Helper and expert are of PARTS and have no role in the inbox: what they get on a conversation, a grant gives them.
 */
final class Workshop {
    static final InboxId COUNTER = new InboxId("counter");
    static final InboxId DEPOT = new InboxId("depot");
    static final GroupId REPAIRS = new GroupId("repairs");
    static final GroupId PARTS = new GroupId("parts");

    static final AgentId ADMIN = new AgentId("admin");
    static final AgentId LEAD = new AgentId("lead");

    /** Takes every {@link #chat} from the queue. */
    static final AgentId OWNER = new AgentId("owner");

    static final AgentId PEER = new AgentId("peer");
    static final AgentId HELPER = new AgentId("helper");
    static final AgentId EXPERT = new AgentId("expert");

    /** Works in the inbox, in no group. */
    static final AgentId CLERK = new AgentId("clerk");

    /** Works elsewhere. */
    static final AgentId OUTSIDER = new AgentId("outsider");

    /** Admin of the depot. */
    static final AgentId CHIEF = new AgentId("chief");

    static final AgentId ROBOT = new AgentId("robot");

    static final CustomerId BUYER = new CustomerId("buyer");
    static final CustomerId RIVAL = new CustomerId("rival");

    static final String QUESTION = "My chain squeaks.";

    final Storage storage;
    final InMemoryDirectory people = people();
    final SettableTime time = new SettableTime();
    final RecordingSignal signal = new RecordingSignal();
    final RecordingNotifier notifier = new RecordingNotifier();
    final Collab collab;
    private final CountingIds ids = new CountingIds();

    Workshop(Storage storage) {
        this.storage = storage;
        this.collab = host(storage);
    }

    private static InMemoryDirectory people() {
        return new InMemoryDirectory()
                .add(ADMIN, "Aino", person -> person.role(COUNTER, InboxRole.ADMIN))
                .add(
                        LEAD,
                        "Lars",
                        person -> person.role(COUNTER, InboxRole.SUPERVISOR).groups(REPAIRS))
                .add(
                        OWNER,
                        "Oona",
                        person -> person.role(COUNTER, InboxRole.AGENT).groups(REPAIRS))
                .add(
                        PEER,
                        "Per",
                        person -> person.role(COUNTER, InboxRole.AGENT).groups(REPAIRS))
                .add(HELPER, "Hal", person -> person.groups(PARTS))
                .add(EXPERT, "Eve", person -> person.groups(PARTS))
                .add(CLERK, "Cleo", person -> person.role(COUNTER, InboxRole.AGENT))
                .add(OUTSIDER, "Otto", person -> person.role(DEPOT, InboxRole.AGENT))
                .add(CHIEF, "Chen", person -> person.role(DEPOT, InboxRole.ADMIN))
                .add(ROBOT, "Robot", person -> person.bot());
    }

    Collab host(Storage over) {
        return host(over, builder -> builder);
    }

    /** Another host of the same people, clock and ids. */
    Collab host(Storage over, UnaryOperator<Collab.Builder> more) {
        var builder =
                Collab.builder().storage(over).directory(people).time(time).ids(ids);
        return more.apply(builder.signal(signal).notifier(notifier)).build();
    }

    AgentDesk agent(AgentId agent) {
        return collab.agent(agent);
    }

    CustomerDesk buyer() {
        return collab.customer(BUYER);
    }

    SystemDesk system() {
        return collab.system("robot arm");
    }

    InboxDesk desk() {
        return collab.admin(ADMIN).inbox(COUNTER);
    }

    Workshop policy(UnaryOperator<CollaborationSettings> change) {
        var now = desk().settings().orElseThrow();
        desk().change(now.withCollaboration(change.apply(now.collaboration()))).orElseThrow();
        return this;
    }

    Workshop ruledBy(AddRule... rules) {
        return policy(policy -> policy.withRules(rules));
    }

    Workshop conversations(UnaryOperator<ConversationSettings> change) {
        var now = desk().settings().orElseThrow();
        desk().change(now.withConversations(change.apply(now.conversations()))).orElseThrow();
        return this;
    }

    /** Somebody leads the depot, and collaboration is on there. */
    Workshop depotOpen() {
        collab.admin(CHIEF).inbox(DEPOT).enableCollaboration().orElseThrow();
        return this;
    }

    OpenRequest request(Channel channel) {
        return OpenRequest.of(COUNTER, channel, QUESTION).forGroup(REPAIRS).from("Bela");
    }

    ConversationId queued() {
        return buyer().open(request(Channel.LIVE_CHAT)).orElseThrow();
    }

    /** A live chat of the owner's, with these added by the owner. */
    ConversationId chat(AgentId... helpers) {
        return owned(Channel.LIVE_CHAT, helpers);
    }

    /** A ticket of the owner's, with these added by the owner. */
    ConversationId ticket(AgentId... helpers) {
        return owned(Channel.EMAIL_TICKET, helpers);
    }

    private ConversationId owned(Channel channel, AgentId... helpers) {
        var conversation = buyer().open(request(channel).subject("The chain")).orElseThrow();
        agent(OWNER).claim(conversation).orElseThrow();
        for (var helper : helpers) {
            agent(OWNER).addCollaborator(conversation, helper).orElseThrow();
        }
        return conversation;
    }

    void pass(Duration time) {
        this.time.advance(time);
    }

    ConversationHead head(ConversationId conversation) {
        return storage.conversations().load(conversation, null).orElseThrow().head();
    }

    /** The whole stored timeline, whoever may see it. */
    List<TimelineEntry> entries(ConversationId conversation) {
        var lanes = Stream.of(Audience.values())
                .map(audience -> new Lane(AudienceKey.of(audience), 0))
                .toList();
        var scope = new TimelineScope(lanes, Long.MAX_VALUE, Numbering.AGENTS);
        return storage.conversations().read(new TimelineQuery(conversation, scope, Direction.ASCENDING, 0, 500));
    }

    List<EntryKind> kinds(ConversationId conversation) {
        return entries(conversation).stream().map(TimelineEntry::kind).toList();
    }

    TimelineEntry newest(ConversationId conversation) {
        var all = entries(conversation);
        return all.get(all.size() - 1);
    }

    /** What is stored, signalled and told; equal before and after what must change nothing. */
    Stored stored(ConversationId conversation) {
        deliver();
        return new Stored(
                storage.conversations().load(conversation, null).map(found -> found.head()),
                entries(conversation),
                signal.changes().size(),
                notifier.calls());
    }

    record Stored(Optional<ConversationHead> head, List<TimelineEntry> entries, int signals, int told) {}

    List<AgentEntry> timeline(AgentId reader, ConversationId conversation) {
        return agent(reader)
                .timeline(conversation, Page.newest(Page.MAX_LIMIT))
                .fold(slice -> slice.entries(), no -> List.of());
    }

    /** The texts an agent reads, oldest first; nothing without access. */
    List<String> texts(AgentId reader, ConversationId conversation) {
        return texts(timeline(reader, conversation));
    }

    static List<String> texts(List<AgentEntry> entries) {
        return entries.stream()
                .map(entry -> entry.<Optional<String>>fold(
                        said -> said.text(), reply -> reply.text(), note -> note.text(), event -> Optional.empty()))
                .flatMap(Optional::stream)
                .toList();
    }

    List<CustomerEntry> messages(ConversationId conversation) {
        return buyer().messages(conversation, Page.newest(Page.MAX_LIMIT))
                .orElseThrow()
                .entries();
    }

    /** What the buyer reads, oldest first. */
    List<String> buyerReads(ConversationId conversation) {
        return messages(conversation).stream()
                .flatMap(entry -> entry.text().stream())
                .toList();
    }

    List<AgentId> collaborators(ConversationId conversation) {
        return agent(ADMIN).view(conversation).orElseThrow().collaborators().collaborators().stream()
                .map(Collaborator::agent)
                .toList();
    }

    List<AgentRow> rows(AgentId viewer, ListKind list) {
        return agent(viewer).conversations(list, ListRequest.first(50)).rows();
    }

    List<ConversationId> list(AgentId viewer, ListKind list) {
        return rows(viewer, list).stream().map(AgentRow::id).toList();
    }

    List<CustomerRow> buyerRows() {
        return buyer().conversations(ListRequest.first(50)).rows();
    }

    int unread(AgentId viewer, ConversationId conversation) {
        return rows(viewer, ListKind.ALL).stream()
                .filter(row -> row.id().equals(conversation))
                .findFirst()
                .orElseThrow()
                .unread();
    }

    /** Delivers all that is due. */
    void deliver() {
        var relay = collab.relay("counter");
        while (relay.pumpOnce() > 0) {
            // One of each conversation and recipient at a time.
        }
    }

    /** What an agent is told by everything that was stored until now; forgets what everybody was told. */
    List<NotificationKind> told(AgentId agent) {
        deliver();
        var told = notifier.toAgent(agent).stream().map(one -> one.kind()).toList();
        notifier.clear();
        return told;
    }

    /** Takes the rows out of the outbox, whatever becomes of them; in order for each conversation and recipient. */
    List<Notification> rowsOfOutbox() {
        var all = new ArrayList<Notification>();
        var outbox = storage.outbox();
        int found;
        do {
            var claims = outbox.claim("clerk", time.instant(), time.instant().plusSeconds(60), 100);
            claims.forEach(claim -> outbox.acknowledge(claim.notification().id(), "clerk"));
            claims.forEach(claim -> all.add(claim.notification()));
            found = claims.size();
        } while (found > 0);
        return all;
    }

    /** What an act stores in the outbox, as "KIND recipient". */
    List<String> outboxOf(Runnable act) {
        rowsOfOutbox();
        act.run();
        return rowsOfOutbox().stream()
                .map(row -> row.kind() + " " + row.recipient())
                .toList();
    }

    static <T> T done(Outcome<T> outcome) {
        return outcome.orElseThrow();
    }
}
