package dev.collab.tck.model;

import dev.collab.AgentDesk;
import dev.collab.Collab;
import dev.collab.CustomerDesk;
import dev.collab.SystemDesk;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.OpenRequest;
import dev.collab.inmemory.CountingIds;
import dev.collab.inmemory.InMemoryDirectory;
import dev.collab.inmemory.RecordingNotifier;
import dev.collab.inmemory.RecordingSignal;
import dev.collab.inmemory.SettableTime;
import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.AttachmentId;
import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.CaseFacts;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;
import dev.collab.model.InboxSettings;
import dev.collab.model.Invitation;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.Directory;
import dev.collab.spi.Storage;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import dev.collab.tck.model.Step.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** A host with a few people and one conversation, on which steps are carried out. */
final class World {
    static final InboxId SHOP = new InboxId("shop");
    static final InboxId ELSEWHERE = new InboxId("elsewhere");
    static final GroupId FOOTWEAR = new GroupId("footwear");
    static final GroupId ACCESSORIES = new GroupId("accessories");
    static final CustomerId CARL = new CustomerId("carl");
    static final CustomerId MALLORY = new CustomerId("mallory");
    static final List<Who> AGENTS = List.of(Who.ADA, Who.SUE, Who.ASHA, Who.BEN, Who.BO, Who.DOT, Who.CARLA);

    final Storage stored;
    final InMemoryDirectory people = people();
    final SettableTime time = new SettableTime();
    final RecordingNotifier notifier = new RecordingNotifier();
    final RecordingSignal signal = new RecordingSignal();
    final Collab collab;
    final ConversationId chat;
    final Backstage backstage = new Backstage(this);
    private long notes;

    /** What a step came to, by whoever its people were then. */
    record Ran(Step step, Outcome<?> outcome, List<TimelineEntry> entries, Instant at) {}

    World(Storage stored, History history) {
        this(stored, history, UnaryOperator.identity(), UnaryOperator.identity());
    }

    World(Storage stored, History history, UnaryOperator<Storage> storage, UnaryOperator<Directory> directory) {
        this.stored = stored;
        collab = Collab.builder()
                .storage(storage.apply(stored))
                .directory(directory.apply(people))
                .signal(signal)
                .notifier(notifier)
                .time(time)
                .ids(new CountingIds())
                .build();
        for (var inbox : List.of(SHOP, ELSEWHERE)) {
            configure(
                    inbox,
                    now -> now.withPublicName("The shop")
                            .withConversations(now.conversations().withIdentity(history.identity()))
                            .withCollaboration(now.collaboration().withEnabled(true)));
        }
        chat = collab.customer(CARL)
                .keyed(new CommandKey("opening"))
                .open(OpenRequest.of(SHOP, history.channel(), "Do they run small?")
                        .forGroup(FOOTWEAR)
                        .subject("Boots"))
                .orElseThrow();
    }

    static InMemoryDirectory people() {
        return new InMemoryDirectory()
                .add(
                        id(Who.ADA),
                        "Ada",
                        person -> person.role(SHOP, InboxRole.ADMIN).role(ELSEWHERE, InboxRole.ADMIN))
                .add(
                        id(Who.SUE),
                        "Sue",
                        person -> person.role(SHOP, InboxRole.SUPERVISOR)
                                .role(ELSEWHERE, InboxRole.AGENT)
                                .groups(FOOTWEAR)
                                .publicName("Ms S."))
                .add(
                        id(Who.ASHA),
                        "Asha",
                        person -> person.role(SHOP, InboxRole.AGENT)
                                .groups(FOOTWEAR)
                                .publicName("Ms A."))
                .add(id(Who.BEN), "Ben", person -> person.groups(FOOTWEAR).publicName("Mr B."))
                .add(id(Who.BO), "Bo", person -> person.groups(ACCESSORIES).publicName("Mr O."))
                .add(id(Who.DOT), "Dot", person -> person.role(SHOP, InboxRole.AGENT))
                .add(
                        id(Who.CARLA),
                        "Carla",
                        person -> person.role(SHOP, InboxRole.AGENT)
                                .groups(FOOTWEAR)
                                .customer(CARL));
    }

    static AgentId id(Who who) {
        return new AgentId(who.name().toLowerCase(Locale.ROOT));
    }

    InboxSettings settings() {
        return stored.inboxes().load(head().inbox());
    }

    ConversationHead head() {
        return stored.conversations().load(chat, null).orElseThrow().head();
    }

    /** Reads past every rule: each entry is indexed under exactly one of these keys. */
    List<TimelineEntry> entries(long from) {
        return entries(stored, chat, from);
    }

    static List<TimelineEntry> entries(Storage storage, ConversationId chat, long from) {
        var lanes = Arrays.stream(Audience.values())
                .map(audience -> new Lane(AudienceKey.of(audience), 0))
                .toList();
        var scope = new TimelineScope(lanes, Long.MAX_VALUE, Numbering.AGENTS);
        int limit = TimelineQuery.MAX_LIMIT;
        var all = new ArrayList<TimelineEntry>();
        List<TimelineEntry> page;
        do {
            page = storage.conversations()
                    .read(new TimelineQuery(chat, scope, Direction.ASCENDING, from + all.size(), limit));
            all.addAll(page);
        } while (page.size() == limit);
        return all;
    }

    /** Of the inbox the conversation is in. */
    Outcome<InboxSettings> configure(UnaryOperator<InboxSettings> change) {
        return configure(head().inbox(), change);
    }

    private Outcome<InboxSettings> configure(InboxId inbox, UnaryOperator<InboxSettings> change) {
        return collab.admin(id(Who.ADA))
                .inbox(inbox)
                .change(change.apply(stored.inboxes().load(inbox)));
    }

    /** Time moves a little before each step. */
    Ran run(Step drawn) {
        var step = resolved(drawn);
        var now = time.advance(Duration.ofMillis(1));
        long before = head().counters().entries();
        var outcome = act(step);
        return new Ran(step, outcome, entries(before), now);
    }

    Step resolved(Step step) {
        return new Step(step.kind(), now(step.actor()), now(step.other()), step.choice(), step.key());
    }

    /** Tells who stands behind a name now. */
    private Who now(Who who) {
        return switch (who) {
            case ASSIGNEE ->
                Optional.ofNullable(head().assignee()).map(World::who).orElse(Who.ASHA);
            case COLLABORATOR -> {
                var grants = head().collaborations();
                yield grants.isEmpty()
                        ? Who.BO
                        : who(grants.get(grants.size() - 1).agent());
            }
            case INVITEE -> {
                var invitations = head().invitations();
                yield invitations.isEmpty() ? Who.BO : invitee(invitations.get(invitations.size() - 1));
            }
            default -> who;
        };
    }

    /** Of a group one who was in it when everything began. */
    private static Who invitee(Invitation invitation) {
        return invitation.agent() == null
                ? FOOTWEAR.equals(invitation.group()) ? Who.BEN : Who.BO
                : who(invitation.agent());
    }

    static Who who(AgentId agent) {
        return Who.valueOf(agent.value().toUpperCase(Locale.ROOT));
    }

    private Outcome<?> act(Step step) {
        return switch (step.kind()) {
            case WRITE -> customer(CARL, step).write(chat, words(step));
            case STRANGER_WRITES -> customer(MALLORY, step).write(chat, words(step));
            case SETTINGS -> configure(now -> Choices.settings(now, step.choice()));
            case PEOPLE -> {
                // An admin stays, or nobody could change the settings any more.
                if (step.other() != Who.NOBODY && !id(step.other()).equals(id(Who.ADA))) {
                    people.change(id(step.other()), person -> Choices.person(person, step.choice()));
                }
                yield Outcome.done("changed");
            }
            case TIME -> Outcome.done(time.advance(Choices.time(step.choice())));
            case OPEN_ANOTHER, MERGE, MARK, MUTE, DELIVER, SWEEP, FORGET, ERASE_CUSTOMER, ERASE_AGENT ->
                backstage.act(step);
            default -> step.actor() == Who.SYSTEM ? act(system(step), step) : act(desk(step), step);
        };
    }

    private Outcome<?> act(SystemDesk desk, Step step) {
        return switch (step.kind()) {
            case TRANSFER, TRANSFER_AND_STAY -> desk.transfer(chat, id(step.other()));
            case TRANSFER_TO_GROUP, TRANSFER_TO_GROUP_AND_STAY -> desk.transfer(chat, group(step));
            case RELEASE -> desk.release(chat);
            case RESOLVE -> desk.resolve(chat);
            case REOPEN -> desk.reopen(chat);
            case CLOSE -> desk.close(chat);
            case CHANGE_CASE -> desk.changeCase(chat, CaseFacts.of(group(step)));
            case MOVE ->
                movable()
                        ? desk.move(chat, away(), Optional.of(group(step)))
                        : Outcome.rejected(Reason.UNKNOWN_CONVERSATION);
            case INVITE_GROUP -> desk.inviteGroup(chat, group(step), Choices.options(step.choice()));
            default -> Outcome.rejected(Reason.NOT_PERMITTED);
        };
    }

    private Outcome<?> act(AgentDesk desk, Step step) {
        var other = id(step.other());
        return switch (step.kind()) {
            case REPLY -> desk.reply(chat, words(step));
            case NOTE -> desk.note(chat, note(step, other));
            case ADD -> desk.addCollaborator(chat, other, Choices.options(step.choice()));
            case REMOVE -> desk.removeCollaborator(chat, other);
            case LEAVE -> desk.leave(chat);
            case JOIN -> desk.join(chat);
            case CLAIM -> desk.claim(chat);
            case TRANSFER -> desk.transfer(chat, other);
            case TRANSFER_AND_STAY -> desk.transferAndStay(chat, other);
            case TRANSFER_TO_GROUP -> desk.transfer(chat, group(step));
            case TRANSFER_TO_GROUP_AND_STAY -> desk.transferAndStay(chat, group(step));
            case RELEASE -> desk.release(chat);
            case RESOLVE -> desk.resolve(chat);
            case REOPEN -> desk.reopen(chat);
            case CLOSE -> desk.close(chat);
            case CHANGE_CASE -> desk.changeCase(chat, CaseFacts.of(group(step)));
            case MOVE ->
                movable()
                        ? desk.move(chat, away(), Optional.of(group(step)))
                        : Outcome.rejected(Reason.UNKNOWN_CONVERSATION);
            case INVITE_GROUP -> desk.inviteGroup(chat, group(step), Choices.options(step.choice()));
            case ACCEPT -> desk.accept(chat);
            case DECLINE -> desk.decline(chat, Choices.reason(step.choice()));
            case REDACT -> desk.redact(chat, recent(step));
            default -> throw new IllegalArgumentException(step.toString());
        };
    }

    /** While resolved a move can queue what is not open, which nothing else does that a purged history could repeat. */
    private boolean movable() {
        return head().status() != ConversationStatus.RESOLVED;
    }

    private InboxId away() {
        return head().inbox().equals(SHOP) ? ELSEWHERE : SHOP;
    }

    /** One of the newest entries, or in rare cases the opening. */
    private long recent(Step step) {
        return step.choice() == 7 ? 0 : Math.max(0, head().counters().entries() - 1 - step.choice() % 5);
    }

    private CustomerDesk customer(CustomerId customer, Step step) {
        var desk = collab.customer(customer);
        return step.key() == 0 ? desk : desk.keyed(key(step));
    }

    private AgentDesk desk(Step step) {
        var desk = collab.agent(id(step.actor()));
        return step.key() == 0 ? desk : desk.keyed(key(step));
    }

    private SystemDesk system(Step step) {
        var desk = collab.system("router");
        return step.key() == 0 ? desk : desk.keyed(key(step));
    }

    private static CommandKey key(Step step) {
        return new CommandKey("k" + step.key());
    }

    private static GroupId group(Step step) {
        return step.choice() % 3 == 0 ? ACCESSORIES : FOOTWEAR;
    }

    private static String words(Step step) {
        return step.choice() == 15 ? "  " : step.kind() + " " + step.choice() % 4;
    }

    /** A note of its own unless it shares a key, where a retry has to say the same. */
    private NoteDraft note(Step step, AgentId other) {
        var canary = "canary-" + (step.key() == 0 ? "note " + ++notes : "choice " + step.choice());
        var draft = NoteDraft.of(canary)
                .attaching(new Attachment(new AttachmentId(canary), canary + ".png", "image/png", 1));
        return switch (audience(step)) {
            case ASSIGNEE -> draft.toAssignee();
            case NAMED -> draft.to(other);
            case AGENTS, PUBLIC -> draft;
        };
    }

    static Audience audience(Step step) {
        return switch (step.choice() % 4) {
            case 0 -> Audience.ASSIGNEE;
            case 1 -> Audience.NAMED;
            default -> Audience.AGENTS;
        };
    }

    /** {@return the agents and one whom nobody knows} */
    static Set<Who> viewers() {
        var all = new TreeSet<>(AGENTS);
        all.add(Who.NOBODY);
        return all;
    }
}
