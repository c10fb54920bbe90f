package dev.collab.tck.scenario;

import static dev.collab.tck.scenario.Workshop.ADMIN;
import static dev.collab.tck.scenario.Workshop.EXPERT;
import static dev.collab.tck.scenario.Workshop.HELPER;
import static dev.collab.tck.scenario.Workshop.LEAD;
import static dev.collab.tck.scenario.Workshop.OUTSIDER;
import static dev.collab.tck.scenario.Workshop.OWNER;
import static dev.collab.tck.scenario.Workshop.PEER;
import static dev.collab.tck.scenario.Workshop.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.conversation.EntryRef;
import dev.collab.conversation.ExportNotes;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.ReplyDraft;
import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.AttachmentId;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.NotificationKind;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.Details;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tells of notes, mentions, attachments, texts, and what is taken back. */
public abstract class NoteSuite extends ScenarioSuite {
    private static final Attachment PHOTO = new Attachment(new AttachmentId("photo"), "chain.png", "image/png", 99);

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected NoteSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @DisplayName(
            "B-45 a note to the assignee is theirs, its author's and the admins', in timeline, unread, export and batch")
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    void toTheAssignee() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER, EXPERT);
        long note = workshop.agent(HELPER)
                .note(chat, NoteDraft.of("He is angry").toAssignee())
                .orElseThrow()
                .sequence();

        for (var reader : List.of(OWNER, HELPER, ADMIN)) {
            assertThat(surfaces(workshop, reader, chat, note))
                    .as(reader.value())
                    .isEqualTo(List.of(true, true, true));
        }
        for (var reader : List.of(EXPERT, LEAD, PEER)) {
            assertThat(surfaces(workshop, reader, chat, note))
                    .as(reader.value())
                    .isEqualTo(List.of(false, false, false));
        }
        assertThat(workshop.unread(EXPERT, chat)).isZero();
        assertThat(workshop.unread(OWNER, chat)).isGreaterThan(workshop.unread(EXPERT, chat));
        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION);
    }

    /** Whether an agent sees an entry in the timeline, in the export, and in the batch check. */
    private static List<Boolean> surfaces(Workshop workshop, AgentId reader, ConversationId chat, long sequence) {
        var desk = workshop.agent(reader);
        var exported = new ArrayList<Long>();
        desk.export(chat, ExportNotes.INCLUDED, entry -> exported.add(entry.sequence()))
                .isDone();
        return List.of(
                workshop.timeline(reader, chat).stream().anyMatch(entry -> entry.sequence() == sequence),
                exported.contains(sequence),
                !desk.visible(List.of(new EntryRef(chat, sequence))).isEmpty());
    }

    @Test
    @DisplayName("B-45 the assignee is a role: after a transfer the note is the new one's, and not the old one's")
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    void assigneeIsARole() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        workshop.agent(HELPER)
                .note(chat, NoteDraft.of("For whoever has it").toAssignee())
                .orElseThrow();

        workshop.agent(OWNER).transferAndStay(chat, PEER).orElseThrow();

        assertThat(workshop.texts(PEER, chat)).containsExactly(QUESTION, "For whoever has it");
        assertThat(workshop.texts(OWNER, chat)).containsExactly(QUESTION);
        assertThat(workshop.texts(HELPER, chat)).contains("For whoever has it");
    }

    @Test
    @DisplayName("B-45 a note to named agents is theirs while they have access, and nobody is named who is not on it")
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    void toNamed() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER, EXPERT);
        workshop.agent(HELPER).note(chat, NoteDraft.of("Between us").to(EXPERT)).orElseThrow();

        var stranger = workshop.agent(HELPER).note(chat, NoteDraft.of("Psst").to(EXPERT, OUTSIDER));

        assertThat(stranger)
                .isEqualTo(Outcome.rejected(Reason.NOT_ON_CONVERSATION, new Details.Agents(List.of(OUTSIDER))));
        assertThat(workshop.texts(EXPERT, chat)).contains("Between us");
        assertThat(workshop.texts(OWNER, chat)).doesNotContain("Between us");
        workshop.agent(OWNER).removeCollaborator(chat, EXPERT).orElseThrow();
        assertThat(workshop.texts(EXPERT, chat)).isEmpty();
    }

    @Test
    @DisplayName("B-46 a mention of somebody without access is refused and names them; nothing is written")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void mentionRefused() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        var draft = NoteDraft.of("Eve may know").mentioning(HELPER, EXPERT);

        refusedWithoutTrace(workshop, chat, () -> workshop.agent(OWNER).note(chat, draft))
                .isEqualTo(Reason.MENTION_REFUSED);
        assertThat(workshop.agent(OWNER).note(chat, draft))
                .isEqualTo(Outcome.rejected(Reason.MENTION_REFUSED, new Details.Agents(List.of(EXPERT))));
        var narrow = NoteDraft.of("Not for Hal").toAssignee().mentioning(HELPER);
        workshop.agent(OWNER).addCollaborator(chat, EXPERT).orElseThrow();
        refused(workshop.agent(EXPERT).note(chat, narrow)).isEqualTo(Reason.MENTION_REFUSED);
    }

    @Test
    @DisplayName("B-46 P-42 where policy says so a mention adds, in the commit of the note, and notifies")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void mentionAdds() {
        var workshop = workshop().policy(policy -> policy.withMentionAdds(true).withLimit(1));
        var chat = workshop.chat();

        workshop.agent(OWNER)
                .note(chat, NoteDraft.of("Hal may know").mentioning(HELPER))
                .orElseThrow();

        assertThat(workshop.entries(chat))
                .filteredOn(entry -> entry.revision() == workshop.head(chat).revision())
                .extracting(TimelineEntry::kind)
                .containsExactlyInAnyOrder(EntryKind.COLLABORATION_STARTED, EntryKind.NOTE);
        assertThat(workshop.told(HELPER)).contains(NotificationKind.ADDED, NotificationKind.MENTIONED);
        refusedWithoutTrace(
                        workshop,
                        chat,
                        () -> workshop.agent(OWNER)
                                .note(chat, NoteDraft.of("Or Eve").mentioning(EXPERT)))
                .isIn(Reason.LIMIT_REACHED, Reason.MENTION_REFUSED);
    }

    @Test
    @DisplayName(
            "B-47 a note stays a note: what is copied from it is a new reply, and the note is not the customer's yet")
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    void aNoteStaysANote() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        long note = workshop.agent(HELPER).note(chat, "Dry lube").orElseThrow().sequence();

        long reply = workshop.agent(OWNER).reply(chat, "Dry lube").orElseThrow().sequence();

        assertThat(workshop.entries(chat))
                .filteredOn(entry -> entry.kind() == EntryKind.NOTE)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.sequence()).isEqualTo(note).isNotEqualTo(reply);
                    assertThat(entry.customerSequence()).isNull();
                });
        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION, "Dry lube");
    }

    @Test
    @DisplayName("B-48 what is taken back keeps its place and is gone everywhere, also out of the outbox's reach")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void redacted() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        var reply = ReplyDraft.of("CANARY").attaching(PHOTO);
        long sequence = workshop.agent(HELPER).reply(chat, reply).orElseThrow().sequence();
        long version = workshop.buyer().view(chat).orElseThrow().version();

        workshop.agent(HELPER).redact(chat, sequence).orElseThrow();
        workshop.deliver();

        assertThat(workshop.messages(chat)).hasSize(2);
        assertThat(workshop.buyer().view(chat).orElseThrow().version()).isEqualTo(version + 1);
        assertThat(workshop.entries(chat).toString() + workshop.buyerRows() + workshop.rows(OWNER, ListKind.ALL))
                .doesNotContain("CANARY", "chain.png");
        refused(workshop.buyer().attachment(chat, 1, PHOTO.id())).isEqualTo(Reason.UNKNOWN_ATTACHMENT);
        assertThat(workshop.notifier.toCustomers().toString()).doesNotContain("CANARY");
        assertThat(workshop.newest(chat).author().isAgent(HELPER)).isTrue();
    }

    @Test
    @DisplayName("B-48 authors take back for 15 minutes, admins ever; a note taken back is no news to the customer")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void whoRedacts() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        long note = workshop.agent(HELPER).note(chat, "CANARY").orElseThrow().sequence();
        var before = workshop.buyer().view(chat);
        refusedWithoutTrace(workshop, chat, () -> workshop.agent(OWNER).redact(chat, note))
                .isEqualTo(Reason.NOT_PERMITTED);
        workshop.pass(Duration.ofMinutes(15).plusMillis(1));

        refusedWithoutTrace(workshop, chat, () -> workshop.agent(HELPER).redact(chat, note))
                .isEqualTo(Reason.TOO_LATE);
        workshop.agent(ADMIN).redact(chat, note).orElseThrow();

        assertThat(workshop.buyer().view(chat)).isEqualTo(before);
        assertThat(workshop.entries(chat).get((int) note).redacted()).isTrue();
        assertThat(workshop.entries(chat).toString()).doesNotContain("CANARY");
    }

    @Test
    @DisplayName("B-48 the host is told that what it was handed was taken back")
    @Clause(value = "Outbox.claim", read = Chapter.RULES)
    void handedOutBefore() {
        var workshop = workshop();
        var chat = workshop.chat();
        long sequence =
                workshop.agent(OWNER).reply(chat, "CANARY").orElseThrow().sequence();
        workshop.deliver();

        workshop.agent(OWNER).redact(chat, sequence).orElseThrow();
        workshop.deliver();

        assertThat(workshop.notifier.toCustomers())
                .extracting(message -> message.kind())
                .containsExactly(NotificationKind.OUTGOING_REPLY, NotificationKind.OUTGOING_REDACTED);
        assertThat(workshop.notifier.toCustomers().get(1).text()).isNull();
    }

    @Test
    @DisplayName(
            "B-49 an attachment is seen by those who see its entry; a note's answers the customer like an unknown id")
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    void attachments() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER, EXPERT);
        long note = workshop.agent(HELPER)
                .note(chat, NoteDraft.of("See").toAssignee().attaching(PHOTO))
                .orElseThrow()
                .sequence();

        assertThat(workshop.agent(OWNER).attachment(chat, note, PHOTO.id())).isEqualTo(Outcome.done(PHOTO));
        refused(workshop.agent(EXPERT).attachment(chat, note, PHOTO.id())).isEqualTo(Reason.UNKNOWN_ATTACHMENT);
        var unknown = new AttachmentId("unknown");
        for (long place = 0; place <= note; place++) {
            assertThat(workshop.buyer().attachment(chat, place, PHOTO.id()))
                    .isEqualTo(workshop.buyer().attachment(chat, place, unknown));
        }
        refused(workshop.agent(OUTSIDER).attachment(chat, note, PHOTO.id())).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-50 a note's token is answered by a note and gives nobody a right, not even after a restart")
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    void tokens() {
        var workshop = workshop();
        var key = "a key of thirty-two bytes length".getBytes(StandardCharsets.US_ASCII);
        var signing = workshop.host(workshop.storage, builder -> builder.signingKey(key));
        var chat = workshop.chat(HELPER);
        workshop.agent(OWNER).note(chat, "Which lube?").orElseThrow();
        var relay = signing.relay("signing");
        while (relay.pumpOnce() > 0) {
            // One of each conversation and recipient at a time.
        }
        var told = workshop.notifier.toAgent(HELPER);
        var token = Objects.requireNonNull(told.get(told.size() - 1).replyToken());
        var restarted = workshop.host(restarted(workshop), builder -> builder.signingKey(key));

        var answered = restarted.agent(HELPER).answer(token, "Dry").orElseThrow();

        assertThat(answered.note()).isTrue();
        assertThat(workshop.texts(OWNER, chat)).containsExactly(QUESTION, "Which lube?", "Dry");
        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION);
        refused(restarted.agent(EXPERT).answer(token, "Wet")).isEqualTo(Reason.UNKNOWN_TOKEN);
        workshop.agent(OWNER).removeCollaborator(chat, HELPER).orElseThrow();
        refused(restarted.agent(HELPER).answer(token, "Too late")).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-51 text is refused if blank, too long or malformed, and else comes back as it was written")
    @Clause(value = "ConversationStore.read", read = Chapter.VALUES)
    void texts() {
        var workshop = workshop().conversations(now -> now.withTextLimit(100));
        var chat = workshop.chat();
        var owner = workshop.agent(OWNER);
        var odd = "  é e\u0301 \uD83D\uDEB2 \u202E %s ' \\ \r\n\t ";

        refusedWithoutTrace(workshop, chat, () -> owner.note(chat, " \n")).isEqualTo(Reason.TEXT_BLANK);
        refusedWithoutTrace(workshop, chat, () -> owner.reply(chat, "x".repeat(101)))
                .isEqualTo(Reason.TEXT_TOO_LONG);
        refusedWithoutTrace(workshop, chat, () -> owner.reply(chat, "a\0b")).isEqualTo(Reason.TEXT_MALFORMED);
        refusedWithoutTrace(workshop, chat, () -> workshop.buyer().write(chat, "a\uD800"))
                .isEqualTo(Reason.TEXT_MALFORMED);
        owner.reply(chat, odd).orElseThrow();
        owner.note(chat, odd).orElseThrow();

        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION, odd);
        assertThat(workshop.texts(OWNER, chat)).containsExactly(QUESTION, odd, odd);
    }
}
