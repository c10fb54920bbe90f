package dev.collab.tck.scenario;

import static dev.collab.spi.ConversationQuery.ListKind.ALL;
import static dev.collab.spi.ConversationQuery.ListKind.COLLABORATING;
import static dev.collab.tck.scenario.Workshop.ADMIN;
import static dev.collab.tck.scenario.Workshop.BUYER;
import static dev.collab.tck.scenario.Workshop.CLERK;
import static dev.collab.tck.scenario.Workshop.EXPERT;
import static dev.collab.tck.scenario.Workshop.HELPER;
import static dev.collab.tck.scenario.Workshop.LEAD;
import static dev.collab.tck.scenario.Workshop.OUTSIDER;
import static dev.collab.tck.scenario.Workshop.OWNER;
import static dev.collab.tck.scenario.Workshop.PEER;
import static dev.collab.tck.scenario.Workshop.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.AgentRow;
import dev.collab.ListRequest;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.EntryRef;
import dev.collab.conversation.ExportNotes;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.Page;
import dev.collab.conversation.Slice;
import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupReading;
import dev.collab.model.HistoryWindow;
import dev.collab.model.Level;
import dev.collab.outcome.CollabException;
import dev.collab.outcome.DirectoryUnavailableException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.Listener;
import dev.collab.spi.StorageException;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tells who sees what, on every surface. */
public abstract class SightSuite extends ScenarioSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected SightSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @DisplayName("B-52 timeline, export, batch check and unread count agree for everybody, entry by entry")
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    void oneDecision() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        workshop.agent(HELPER).note(chat, NoteDraft.of("A").toAssignee()).orElseThrow();
        var fromHere = AddOptions.NONE.reading(HistoryWindow.FROM_ADD);
        workshop.agent(OWNER).addCollaborator(chat, EXPERT, fromHere).orElseThrow();
        workshop.agent(OWNER).note(chat, NoteDraft.of("B").to(EXPERT)).orElseThrow();
        workshop.agent(OWNER).reply(chat, "C").orElseThrow();
        var all = LongStream.rangeClosed(0, workshop.newest(chat).sequence())
                .mapToObj(sequence -> new EntryRef(chat, sequence))
                .toList();

        for (var viewer : List.of(ADMIN, LEAD, OWNER, HELPER, EXPERT, PEER, CLERK, OUTSIDER)) {
            var timeline = workshop.timeline(viewer, chat).stream()
                    .map(entry -> new EntryRef(chat, entry.sequence()))
                    .toList();
            var exported = new ArrayList<EntryRef>();
            workshop.agent(viewer)
                    .export(chat, ExportNotes.INCLUDED, entry -> exported.add(new EntryRef(chat, entry.sequence())))
                    .isDone();

            assertThat(exported).as("export of " + viewer).isEqualTo(timeline);
            assertThat(workshop.agent(viewer).visible(all))
                    .as("batch of " + viewer)
                    .containsExactlyElementsOf(timeline);
            assertThat(workshop.list(viewer, ALL)).as("list of " + viewer).hasSize(timeline.isEmpty() ? 0 : 1);
        }
        assertThat(workshop.texts(EXPERT, chat)).containsExactly("B", "C");
    }

    @Test
    @DisplayName(
            "B-53 P-13 everybody sees their part: customer, assignee, collaborator, lead, admin, group, inbox, stranger")
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    void viewers() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        workshop.agent(HELPER).note(chat, "To all").orElseThrow();
        workshop.agent(HELPER).note(chat, NoteDraft.of("To one").toAssignee()).orElseThrow();

        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION);
        for (var viewer : List.of(OWNER, HELPER, ADMIN)) {
            assertThat(workshop.texts(viewer, chat)).as(viewer.value()).containsExactly(QUESTION, "To all", "To one");
        }
        assertThat(workshop.texts(LEAD, chat)).containsExactly(QUESTION, "To all");
        for (var stranger : List.of(PEER, CLERK, OUTSIDER, EXPERT)) {
            assertThat(workshop.list(stranger, ALL)).as(stranger.value()).isEmpty();
        }
        workshop.agent(OWNER).release(chat).orElseThrow();
        assertThat(workshop.texts(PEER, chat)).containsExactly(QUESTION, "To all");
        assertThat(workshop.list(CLERK, ALL)).isEmpty();
    }

    @Test
    @DisplayName("B-53 policy lets the group read what is assigned and the inbox everything, in lists as in timelines")
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    void readingFromOutside() {
        var workshop = workshop();
        var chat = workshop.chat();
        workshop.agent(OWNER).note(chat, "To all").orElseThrow();
        assertThat(workshop.list(PEER, ALL)).isEmpty();

        workshop.conversations(now -> now.withReading(GroupReading.ALL, false));
        assertThat(workshop.list(PEER, ALL)).containsExactly(chat);
        assertThat(workshop.texts(PEER, chat)).containsExactly(QUESTION, "To all");
        assertThat(workshop.list(CLERK, ALL)).isEmpty();

        workshop.conversations(now -> now.withReading(GroupReading.QUEUED, true));
        assertThat(workshop.list(CLERK, ALL)).containsExactly(chat);
        assertThat(workshop.texts(CLERK, chat)).containsExactly(QUESTION, "To all");
        assertThat(workshop.list(HELPER, ALL)).isEmpty();
    }

    @Test
    @DisplayName("B-54 P-11 to whoever has no access it is unknown, whatever they try")
    @Clause(value = "ConversationStore.load", read = Chapter.RULES)
    void unknownToStrangers() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        var nowhere = new ConversationId("nowhere");
        var stranger = secondHost(workshop).agent(OUTSIDER);

        assertThat(stranger.view(chat)).isEqualTo(stranger.view(nowhere));
        assertThat(stranger.timeline(chat, Page.newest(9))).isEqualTo(stranger.timeline(nowhere, Page.newest(9)));
        List<Outcome<?>> acts = List.of(
                stranger.reply(chat, "Hi"),
                stranger.note(chat, "Hi"),
                stranger.claim(chat),
                stranger.resolve(chat),
                stranger.join(chat),
                stranger.leave(chat),
                stranger.addCollaborator(chat, OUTSIDER),
                stranger.removeCollaborator(chat, HELPER),
                stranger.markRead(chat, 0),
                stranger.mute(chat, true),
                stranger.accept(chat));

        assertThat(acts).allSatisfy(act -> refused(act).isEqualTo(Reason.UNKNOWN_CONVERSATION));
        assertThat(workshop.collaborators(chat)).containsExactly(HELPER);
        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION);
    }

    @Test
    @DisplayName("B-55 P-47 a window starts at an entry, though the clock goes backwards or stands still")
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    void windowByEntry() {
        var workshop = workshop();
        var chat = workshop.chat();
        workshop.agent(OWNER).note(chat, "Before").orElseThrow();
        workshop.pass(Duration.ofHours(-1));
        var fromHere = AddOptions.NONE.reading(HistoryWindow.FROM_ADD);
        workshop.agent(OWNER).addCollaborator(chat, HELPER, fromHere).orElseThrow();
        workshop.pass(Duration.ofHours(-1));
        workshop.agent(OWNER).note(chat, "After").orElseThrow();
        workshop.buyer().write(chat, "Well?").orElseThrow();

        assertThat(workshop.texts(HELPER, chat)).containsExactly("After", "Well?");
        assertThat(workshop.unread(HELPER, chat)).isEqualTo(2);
        assertThat(workshop.agent(HELPER).visible(List.of(new EntryRef(chat, 1))))
                .isEmpty();
    }

    @Test
    @DisplayName("B-56 P-7 who is removed while they read page by page gets nothing that was written afterwards")
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    void removalWhileReading() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        workshop.agent(OWNER).note(chat, "Before").orElseThrow();
        var between = Disturbed.afterLoad(workshop.storage, () -> {
            workshop.agent(OWNER).removeCollaborator(chat, HELPER).orElseThrow();
            workshop.buyer().write(chat, "CANARY").orElseThrow();
        });

        var read = workshop.host(between).agent(HELPER).timeline(chat, Page.from(0, 50));

        List<AgentEntry> got = read.fold(Slice::entries, no -> List.of());
        assertThat(Workshop.texts(got)).contains("Before").doesNotContain("CANARY");
        assertThat(workshop.texts(HELPER, chat)).isEmpty();
    }

    @Test
    @DisplayName("B-57 lists go by the last customer message or reply: a note moves nothing, a message brings it up")
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    void orderOfLists() {
        var workshop = workshop();
        var chats = new ArrayList<ConversationId>();
        for (int chat = 0; chat < 3; chat++) {
            chats.add(0, workshop.chat(HELPER));
            workshop.pass(Duration.ofMinutes(1));
        }
        workshop.agent(OWNER).note(chats.get(2), "Moves nothing").orElseThrow();
        assertThat(workshop.list(HELPER, COLLABORATING)).containsExactlyElementsOf(chats);

        workshop.buyer().write(chats.get(1), "Brings it up").orElseThrow();

        for (var viewer : List.of(HELPER, OWNER, LEAD)) {
            assertThat(workshop.list(viewer, ALL)).containsExactly(chats.get(1), chats.get(0), chats.get(2));
        }
        assertThat(workshop.buyerRows()).extracting(row -> row.id()).startsWith(chats.get(1));
        assertThat(paged(workshop, HELPER)).containsExactlyElementsOf(workshop.list(HELPER, ALL));
    }

    private static List<ConversationId> paged(Workshop workshop, AgentId viewer) {
        var all = new ArrayList<ConversationId>();
        var page = workshop.agent(viewer).conversations(ALL, ListRequest.first(1));
        page.rows().stream().map(AgentRow::id).forEach(all::add);
        while (page.next().isPresent()) {
            page = workshop.agent(viewer)
                    .conversations(ALL, ListRequest.first(1).from(page.next().get()));
            page.rows().stream().map(AgentRow::id).forEach(all::add);
        }
        return all;
    }

    @Test
    @DisplayName(
            "B-57 what is unread is what one sees after one's mark, stops at 100, and starts at nothing on joining")
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    void unread() {
        var workshop = workshop();
        var chat = workshop.chat();
        workshop.agent(OWNER).note(chat, "Long ago").orElseThrow();
        workshop.agent(OWNER).addCollaborator(chat, HELPER).orElseThrow();
        workshop.agent(OWNER).addCollaborator(chat, EXPERT).orElseThrow();
        var start = workshop.unread(EXPERT, chat);
        workshop.agent(OWNER).note(chat, NoteDraft.of("For Hal").to(HELPER)).orElseThrow();
        workshop.buyer().write(chat, "Well?").orElseThrow();

        assertThat(start).isZero();
        assertThat(workshop.unread(EXPERT, chat)).isEqualTo(1);
        assertThat(workshop.unread(HELPER, chat)).isEqualTo(workshop.unread(EXPERT, chat) + 2);
        workshop.agent(HELPER).markRead(chat, workshop.newest(chat).sequence()).orElseThrow();
        workshop.agent(HELPER).markRead(chat, 0).orElseThrow();
        assertThat(workshop.unread(HELPER, chat)).isZero();
        for (int note = 0; note < 101; note++) {
            workshop.agent(OWNER).note(chat, "Again").orElseThrow();
        }
        assertThat(workshop.unread(HELPER, chat)).isEqualTo(AgentRow.MOST_UNREAD);
        assertThat(workshop.buyerRows().get(0).unread()).isLessThan(3);
    }

    @Test
    @DisplayName("B-57 a preview is the last customer message or reply if one sees it, else there is none")
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    void preview() {
        var workshop = workshop();
        var chat = workshop.chat();
        var fromHere = AddOptions.NONE.reading(HistoryWindow.FROM_ADD);
        workshop.agent(OWNER).addCollaborator(chat, HELPER, fromHere).orElseThrow();
        workshop.agent(OWNER).note(chat, "CANARY").orElseThrow();

        assertThat(workshop.rows(HELPER, ALL).get(0).preview()).isEmpty();
        assertThat(Workshop.texts(
                        List.of(workshop.rows(OWNER, ALL).get(0).preview().orElseThrow())))
                .containsExactly(QUESTION);
        assertThat(workshop.buyerRows().get(0).preview().text()).contains(QUESTION);
    }

    @Test
    @DisplayName("B-58 a deactivated agent is out at once, everywhere; history keeps the name it had")
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    void deactivated() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        workshop.agent(HELPER).note(chat, "Mine").orElseThrow();

        workshop.people.change(HELPER, person -> person.name("Renamed").active(false));

        refusedWithoutTrace(workshop, chat, () -> workshop.agent(HELPER).note(chat, "Still here"))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(workshop.list(HELPER, ALL)).isEmpty();
        assertThat(workshop.texts(HELPER, chat)).isEmpty();
        assertThat(workshop.newest(chat).author().name()).isEqualTo("Hal");
    }

    @Test
    @DisplayName("B-59 P-15 while the directory is down customers go on, and agents fail retryably without a trace")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void directoryDown() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        workshop.deliver();
        var before = workshop.head(chat);
        workshop.people.failWith(new IllegalStateException("down"));

        for (var agent : List.of(OWNER, HELPER, OUTSIDER)) {
            assertThatThrownBy(() -> workshop.agent(agent).reply(chat, "Hello"))
                    .isInstanceOfSatisfying(
                            DirectoryUnavailableException.class,
                            down -> assertThat(down.isRetryable()).isTrue());
            assertThatThrownBy(() -> workshop.agent(agent).view(chat))
                    .isInstanceOf(DirectoryUnavailableException.class);
            assertThatThrownBy(() -> workshop.list(agent, ALL)).isInstanceOf(DirectoryUnavailableException.class);
        }
        assertThat(workshop.head(chat)).isEqualTo(before);
        workshop.buyer().write(chat, "Anybody?").orElseThrow();
        workshop.people.recover();

        assertThat(workshop.texts(HELPER, chat)).containsExactly(QUESTION, "Anybody?");
    }

    @Test
    @DisplayName("B-60 an export is what its viewer sees, with or without notes, and never more")
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    void export() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        workshop.agent(OWNER)
                .addCollaborator(chat, EXPERT, AddOptions.at(Level.ADVISER))
                .orElseThrow();
        workshop.agent(HELPER).note(chat, "To all").orElseThrow();
        workshop.agent(HELPER).note(chat, NoteDraft.of("To Eve").to(EXPERT)).orElseThrow();

        assertThat(exported(workshop, OWNER, chat, ExportNotes.INCLUDED)).containsExactly(QUESTION, "To all");
        assertThat(exported(workshop, EXPERT, chat, ExportNotes.INCLUDED))
                .containsExactly(QUESTION, "To all", "To Eve");
        assertThat(exported(workshop, EXPERT, chat, ExportNotes.LEFT_OUT)).containsExactly(QUESTION);
        assertThat(exported(workshop, OUTSIDER, chat, ExportNotes.INCLUDED)).isEmpty();
        var customers = new ArrayList<Object>();
        workshop.buyer().export(chat, customers::add).orElseThrow();
        assertThat(customers).isEqualTo(workshop.messages(chat));
    }

    private static List<String> exported(Workshop workshop, AgentId viewer, ConversationId chat, ExportNotes notes) {
        var entries = new ArrayList<AgentEntry>();
        workshop.agent(viewer).export(chat, notes, entries::add).isDone();
        return Workshop.texts(entries);
    }

    @Test
    @DisplayName("B-61 P-2 what a listener hears, and what is thrown when a commit fails, has ids and no text")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void noTextInMessages() {
        var workshop = workshop();
        var chat = workshop.chat();
        var heard = new ArrayList<String>();
        var listener = new Listener() {
            @Override
            public void commandDone(ConversationId conversation, ActorKind actor, String act) {
                heard.add(conversation + " " + actor + " " + act);
            }

            @Override
            public void commandRefused(ConversationId conversation, ActorKind actor, String act, String reason) {
                heard.add(conversation + " " + actor + " " + act + " " + reason);
            }
        };
        var telling = workshop.host(workshop.storage, builder -> builder.listener(listener));
        telling.agent(OWNER).note(chat, "CANARY").orElseThrow();
        refused(telling.agent(LEAD).reply(chat, "CANARY")).isEqualTo(Reason.NOT_A_PARTICIPANT);
        telling.customer(BUYER).write(chat, "CANARY").orElseThrow();

        assertThat(heard).hasSize(3).noneMatch(line -> line.contains("CANARY"));
        assertThatThrownBy(() -> workshop.host(Disturbed.cutOff(workshop.storage))
                        .agent(OWNER)
                        .note(chat, "CANARY"))
                .isInstanceOfAny(CollabException.class, StorageException.class)
                .hasMessageNotContaining("CANARY");
    }
}
