package dev.collab.rules;

import dev.collab.Collab;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.Conversation;
import dev.collab.conversation.CustomerEntry;
import dev.collab.conversation.Page;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.Outcome;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.NewestStore;
import dev.collab.spi.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/** What stories in the {@link Shop} need besides: what somebody read, and a store in which something comes between. */
final class Story {
    private Story() {}

    /** Is called instead of a method of the store of conversations. */
    interface Between {
        Object call(String method, Object[] arguments, Real real);
    }

    /** Calls the store itself. */
    interface Real {
        Object call();
    }

    /** A host over the shop's storage, in whose way something is put. */
    static Collab host(Shop shop, Between between) {
        return shop.host(builder -> builder.storage(storage(shop.storage, between)));
    }

    /** A proxy, so that a new method of the port needs no change here. */
    static Storage storage(Storage real, Between between) {
        var conversations = (ConversationStore) Proxy.newProxyInstance(
                ConversationStore.class.getClassLoader(),
                new Class<?>[] {ConversationStore.class},
                (proxy, method, arguments) -> between.call(method.getName(), arguments, () -> {
                    try {
                        return method.invoke(real.conversations(), arguments);
                    } catch (InvocationTargetException failure) {
                        throw (RuntimeException) failure.getCause();
                    } catch (IllegalAccessException impossible) {
                        throw new AssertionError(impossible);
                    }
                }));
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(),
                new Class<?>[] {Storage.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "conversations" -> conversations;
                    case "newest" -> NewestStore.over(conversations);
                    default -> method.invoke(real, arguments);
                });
    }

    /** The texts an agent reads in the timeline, oldest first; empty without access. */
    static List<String> texts(Shop shop, AgentId agent, ConversationId conversation) {
        return texts(shop.timeline(agent, conversation));
    }

    static List<String> texts(Outcome<List<AgentEntry>> timeline) {
        return timeline.fold(
                entries -> entries.stream()
                        .map(Story::text)
                        .flatMap(Optional::stream)
                        .toList(),
                no -> List.of());
    }

    private static Optional<String> text(AgentEntry entry) {
        return entry.fold(message -> message.text(), reply -> reply.text(), note -> note.text(), event -> event.text());
    }

    /** What the customer reads, oldest first. */
    static List<CustomerEntry> messages(Shop shop, ConversationId conversation) {
        return shop.customer()
                .messages(conversation, Page.newest(Page.MAX_LIMIT))
                .orElseThrow()
                .entries();
    }

    static List<String> customerTexts(Shop shop, ConversationId conversation) {
        return messages(shop, conversation).stream()
                .map(entry -> entry.text().orElseThrow())
                .toList();
    }

    /** Everything that is stored of a conversation; equal before and after what must change nothing. */
    static Stored stored(Shop shop, ConversationId conversation) {
        return new Stored(
                shop.head(conversation),
                shop.entries(conversation),
                shop.signal.changes().size());
    }

    /** The head that the whole timeline folds to. */
    static ConversationHead folded(Shop shop, ConversationId conversation) {
        return Conversation.fold(shop.entries(conversation));
    }

    record Stored(ConversationHead head, List<TimelineEntry> entries, int signals) {}
}
