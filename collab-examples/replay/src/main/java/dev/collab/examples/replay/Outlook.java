package dev.collab.examples.replay;

import dev.collab.AgentRow;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import java.util.List;
import java.util.Optional;

/**
 * Says what lists have to show of a chat, by the file and the refused lines alone.
 *
 * @param chat what messages call it
 * @param mine the row of the assignee; empty for a resolved chat
 * @param collaborating the row of the collaborator; empty for a resolved chat
 * @param own the row of the customer
 */
record Outlook(String chat, Optional<Row> mine, Optional<Row> collaborating, Row own) {
    /** Works it out; empty for a chat that was never opened. */
    static Optional<Outlook> of(Replayed replayed) {
        return replayed.conversation().map(id -> of(id, replayed));
    }

    private static Outlook of(ConversationId id, Replayed replayed) {
        var chat = replayed.chat();
        var script = Script.of(chat, replayed.refused());
        var status = chat.endsResolved() ? ConversationStatus.RESOLVED : ConversationStatus.OPEN;
        var last = last(script.forCustomer());
        var author = Cast.nameOf(last.actor());
        boolean byCustomer = last.actor().equals(Cast.CUSTOMER.value());
        var mine = row(id, status, author, last, script.unread(Cast.ASSIGNEE));
        var collaborating = row(id, status, author, last, script.unread(Cast.COLLABORATOR));
        var own = row(id, status, byCustomer ? Row.YOU : Cast.ASSIGNEE_NAME, last, script.unreadByCustomer());
        return chat.endsResolved()
                ? new Outlook(chat.name(), Optional.empty(), Optional.empty(), own)
                : new Outlook(chat.name(), Optional.of(mine), Optional.of(collaborating), own);
    }

    private static Scene last(List<Scene> scenes) {
        return scenes.get(scenes.size() - 1);
    }

    private static Row row(ConversationId id, ConversationStatus status, String from, Scene last, int unread) {
        return new Row(id, status, from, last.text(), Math.min(unread, AgentRow.MOST_UNREAD));
    }
}
