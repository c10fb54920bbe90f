package dev.collab.benchmarks;

import dev.collab.Collab;
import dev.collab.benchmarks.Floor.Words;
import dev.collab.model.ConversationId;
import dev.collab.outcome.RaceLostException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;

/** Messages of customers and replies of agents, each with its notifications. */
final class Posting {
    static final String TEXT = "The half size is out of stock until Friday, and the wide fit comes in black only.";

    static final int THREADS = 8;
    static final int CHATS_EACH = 8;

    private static final String FLOOR = "load + one statement";
    private static final String BLIND = "one blind statement";

    private final List<String> chats;
    private final Floor floor;
    private final Collab collab;
    private final Collab other;
    private final LongAdder lostForGood = new LongAdder();

    Posting(List<String> chats, Floor floor, Collab collab, Collab other) {
        this.chats = chats;
        this.floor = floor;
        this.collab = collab;
        this.other = other;
    }

    /** {@return how many commands gave up, which are counted as done in the table} */
    long lostForGood() {
        return lostForGood.sum();
    }

    List<Comparison> comparisons() {
        return List.of(
                comparison("customer message", 1, Words::ofCustomer, this::write),
                comparison("customer message", THREADS, Words::ofCustomer, this::write),
                comparison("agent's reply", 1, Words::ofAgent, chat -> reply(collab, chat)),
                comparison("agent's reply", THREADS, Words::ofAgent, chat -> reply(collab, chat)),
                oneConversation());
    }

    private Comparison comparison(String title, int threads, Function<String, Words> words, Consumer<String> library) {
        return new Comparison(
                title + ", " + threads + (threads == 1 ? " thread" : " threads on different conversations"),
                new Contender(FLOOR, threads, (thread, number) -> floor.post(words.apply(chat(thread, number)))),
                new Contender("library", threads, (thread, number) -> library.accept(chat(thread, number))),
                new Contender(
                        BLIND, threads, (thread, number) -> floor.postBlindly(words.apply(chat(thread, number)))));
    }

    /** Each writer has conversations of its own. */
    private String chat(int thread, int number) {
        return chats.get(thread * CHATS_EACH + number % CHATS_EACH);
    }

    private Comparison oneConversation() {
        var chat = chats.get(chats.size() - 1);
        return new Comparison(
                "agent's reply, on one conversation",
                new Contender("library, 1 writer", 1, (thread, number) -> reply(collab, chat)),
                new Contender("library, 8 writers of a host", THREADS, (thread, number) -> reply(collab, chat)),
                new Contender(
                        "library, 8 writers of two hosts",
                        THREADS,
                        (thread, number) -> replyOrLose(thread % 2 == 0 ? collab : other, chat)),
                new Contender(FLOOR + ", 1 writer", 1, (thread, number) -> floor.post(Words.ofAgent(chat))),
                new Contender(FLOOR + ", 8 writers", THREADS, (thread, number) -> floor.post(Words.ofAgent(chat))));
    }

    private void write(String chat) {
        collab.customer(Shop.CARL).write(new ConversationId(chat), TEXT).orElseThrow();
    }

    private void replyOrLose(Collab host, String chat) {
        try {
            reply(host, chat);
        } catch (RaceLostException lost) {
            lostForGood.increment();
        }
    }

    private static void reply(Collab host, String chat) {
        host.agent(Shop.ASHA).reply(new ConversationId(chat), TEXT).orElseThrow();
    }
}
