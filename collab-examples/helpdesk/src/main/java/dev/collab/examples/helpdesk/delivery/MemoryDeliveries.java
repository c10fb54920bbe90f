package dev.collab.examples.helpdesk.delivery;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.NotificationId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps everything until the process ends. */
public final class MemoryDeliveries implements Deliveries {
    private final Map<NotificationId, Notice> notices = new LinkedHashMap<>();
    private final Map<NotificationId, Letter> letters = new LinkedHashMap<>();

    @Override
    public synchronized void keep(Notice notice) {
        notices.putIfAbsent(notice.id(), notice);
    }

    @Override
    public synchronized void keep(Letter letter) {
        letters.putIfAbsent(letter.id(), letter);
    }

    @Override
    public synchronized void redact(ConversationId conversation, long customerSequence) {
        letters.replaceAll((id, letter) ->
                letter.conversation().equals(conversation) && letter.customerSequence() == customerSequence
                        ? new Letter(id, conversation, customerSequence, letter.from(), null, letter.at())
                        : letter);
    }

    @Override
    public synchronized Optional<Notice> notice(NotificationId id) {
        return Optional.ofNullable(notices.get(id));
    }

    @Override
    public synchronized List<Notice> notices(AgentId recipient) {
        return notices.values().stream()
                .filter(notice -> notice.recipient().equals(recipient))
                .sorted(Comparator.comparing(Notice::at)
                        .thenComparing(Notice::id)
                        .reversed())
                .limit(100)
                .toList();
    }

    @Override
    public synchronized List<Letter> letters(ConversationId conversation) {
        return letters.values().stream()
                .filter(letter -> letter.conversation().equals(conversation))
                .sorted(Comparator.comparingLong(Letter::customerSequence))
                .toList();
    }
}
