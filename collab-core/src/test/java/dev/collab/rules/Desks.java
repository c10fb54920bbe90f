package dev.collab.rules;

import dev.collab.AgentDesk;
import dev.collab.CandidateSearch;
import dev.collab.CustomerDesk;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.EntryRef;
import dev.collab.conversation.ExportNotes;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.Page;
import dev.collab.conversation.ReplyDraft;
import dev.collab.model.AttachmentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.Level;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every act and read of the desks on one conversation, once; whoever adds a method to a desk adds a row. */
final class Desks {
    static final String TEXT = "hello";

    private Desks() {}

    /** One method of a desk, as somebody would call it. */
    record Row<D>(String method, Call<D> call) {
        Outcome<?> on(D desk, ConversationId conversation) {
            return call.on(desk, conversation);
        }

        @Override
        public String toString() {
            return method;
        }
    }

    interface Call<D> {
        Outcome<?> on(D desk, ConversationId conversation);
    }

    static List<Row<AgentDesk>> agent() {
        return Stream.of(reading(), having(), life(), company(), writing())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row<AgentDesk>> reading() {
        return List.of(
                new Row<>("view(ConversationId)", (desk, id) -> desk.view(id)),
                new Row<>("timeline(ConversationId, Page)", (desk, id) -> desk.timeline(id, Page.newest(10))),
                new Row<>(
                        "candidates(ConversationId, CandidateSearch)",
                        (desk, id) -> desk.candidates(id, CandidateSearch.of("", 10))),
                new Row<>("invitation(ConversationId)", (desk, id) -> desk.invitation(id)),
                new Row<>(
                        "attachment(ConversationId, long, AttachmentId)",
                        (desk, id) -> desk.attachment(id, 1, new AttachmentId("file"))),
                new Row<>(
                        "export(ConversationId, ExportNotes, Consumer)",
                        (desk, id) -> desk.export(id, ExportNotes.INCLUDED, entry -> {})),
                new Row<>("visible(List)", (desk, id) -> found(desk.visible(List.of(new EntryRef(id, 1))))),
                new Row<>("markRead(ConversationId, long)", (desk, id) -> desk.markRead(id, 1)),
                new Row<>("mute(ConversationId, boolean)", (desk, id) -> desk.mute(id, true)));
    }

    private static List<Row<AgentDesk>> having() {
        return List.of(
                new Row<>("claim(ConversationId)", (desk, id) -> desk.claim(id)),
                new Row<>("transfer(ConversationId, AgentId)", (desk, id) -> desk.transfer(id, Shop.FIN)),
                new Row<>("transfer(ConversationId, GroupId)", (desk, id) -> desk.transfer(id, Shop.ACCESSORIES)),
                new Row<>("transferAndStay(ConversationId, AgentId)", (desk, id) -> desk.transferAndStay(id, Shop.FIN)),
                new Row<>(
                        "transferAndStay(ConversationId, GroupId)",
                        (desk, id) -> desk.transferAndStay(id, Shop.ACCESSORIES)),
                new Row<>("release(ConversationId)", (desk, id) -> desk.release(id)));
    }

    private static List<Row<AgentDesk>> life() {
        return List.of(
                new Row<>("resolve(ConversationId)", (desk, id) -> desk.resolve(id)),
                new Row<>("reopen(ConversationId)", (desk, id) -> desk.reopen(id)),
                new Row<>("close(ConversationId)", (desk, id) -> desk.close(id)),
                new Row<>(
                        "previewMove(ConversationId, InboxId, Optional)",
                        (desk, id) -> desk.previewMove(id, Shop.ELSEWHERE, Optional.empty())),
                new Row<>(
                        "move(ConversationId, InboxId, Optional)",
                        (desk, id) -> desk.move(id, Shop.ELSEWHERE, Optional.empty())),
                new Row<>("merge(ConversationId, ConversationId)", (desk, id) -> desk.merge(id, Shop.TWIN)),
                new Row<>(
                        "changeCase(ConversationId, CaseFacts)",
                        (desk, id) -> desk.changeCase(id, CaseFacts.of(Shop.ACCESSORIES))));
    }

    private static List<Row<AgentDesk>> company() {
        return List.of(
                new Row<>("addCollaborator(ConversationId, AgentId)", (desk, id) -> desk.addCollaborator(id, Shop.ZED)),
                new Row<>(
                        "addCollaborator(ConversationId, AgentId, AddOptions)",
                        (desk, id) -> desk.addCollaborator(id, Shop.ZED, AddOptions.at(Level.OBSERVER))),
                new Row<>(
                        "changeLevel(ConversationId, AgentId, Level)",
                        (desk, id) -> desk.changeLevel(id, Shop.BO, Level.OBSERVER)),
                new Row<>("accept(ConversationId)", (desk, id) -> desk.accept(id)),
                new Row<>("decline(ConversationId, Optional)", (desk, id) -> desk.decline(id, Optional.empty())),
                new Row<>(
                        "addCollaborators(ConversationId, List, AddOptions)",
                        (desk, id) -> desk.addCollaborators(id, List.of(Shop.ZED), AddOptions.NONE)
                                .values()
                                .iterator()
                                .next()),
                new Row<>(
                        "inviteGroup(ConversationId, GroupId, AddOptions)",
                        (desk, id) -> desk.inviteGroup(id, Shop.ACCESSORIES, AddOptions.NONE)),
                new Row<>(
                        "withdrawInvitation(ConversationId, GroupId)",
                        (desk, id) -> desk.withdrawInvitation(id, Shop.ACCESSORIES)),
                new Row<>("join(ConversationId)", (desk, id) -> desk.join(id)),
                new Row<>("leave(ConversationId)", (desk, id) -> desk.leave(id)),
                new Row<>(
                        "removeCollaborator(ConversationId, AgentId)",
                        (desk, id) -> desk.removeCollaborator(id, Shop.BO)));
    }

    private static List<Row<AgentDesk>> writing() {
        return List.of(
                new Row<>("reply(ConversationId, String)", (desk, id) -> desk.reply(id, TEXT)),
                new Row<>("reply(ConversationId, ReplyDraft)", (desk, id) -> desk.reply(id, ReplyDraft.of(TEXT))),
                new Row<>("redact(ConversationId, long)", (desk, id) -> desk.redact(id, 1)),
                new Row<>("note(ConversationId, String)", (desk, id) -> desk.note(id, TEXT)),
                new Row<>(
                        "note(ConversationId, NoteDraft)",
                        (desk, id) -> desk.note(id, NoteDraft.of(TEXT).toAssignee())),
                new Row<>(
                        "keyed(CommandKey)",
                        (desk, id) -> desk.keyed(new CommandKey("key")).note(id, TEXT)));
    }

    static List<Row<CustomerDesk>> customer() {
        return List.of(
                new Row<>("view(ConversationId)", (desk, id) -> desk.view(id)),
                new Row<>("export(ConversationId, Consumer)", (desk, id) -> desk.export(id, entry -> {})),
                new Row<>("visible(List)", (desk, id) -> found(desk.visible(List.of(new EntryRef(id, 0))))),
                new Row<>("messages(ConversationId, Page)", (desk, id) -> desk.messages(id, Page.newest(10))),
                new Row<>(
                        "attachment(ConversationId, long, AttachmentId)",
                        (desk, id) -> desk.attachment(id, 1, new AttachmentId("file"))),
                new Row<>("markRead(ConversationId, long)", (desk, id) -> desk.markRead(id, 1)),
                new Row<>("redact(ConversationId, long)", (desk, id) -> desk.redact(id, 0)),
                new Row<>("write(ConversationId, String, Attachment[])", (desk, id) -> desk.write(id, TEXT)),
                new Row<>(
                        "keyed(CommandKey)",
                        (desk, id) -> desk.keyed(new CommandKey("key")).write(id, TEXT)));
    }

    /** A batch says by leaving out what the other reads say by a reason. */
    private static Outcome<?> found(Set<EntryRef> visible) {
        return visible.isEmpty() ? Outcome.rejected(Reason.UNKNOWN_CONVERSATION) : Outcome.done(visible);
    }

    /** The public methods of a desk, as the rows name them. */
    static Set<String> methods(Class<?> desk) {
        return Arrays.stream(desk.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Desks::signature)
                .collect(Collectors.toSet());
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }
}
