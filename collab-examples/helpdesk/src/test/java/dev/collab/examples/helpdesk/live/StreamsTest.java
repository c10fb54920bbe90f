package dev.collab.examples.helpdesk.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class StreamsTest {
    private static final ConversationId CHAT = new ConversationId("chat");
    private static final ConversationId HIDDEN = new ConversationId("hidden");
    private static final AgentId ASHA = new AgentId("asha");
    private static final Watcher AGENT = new Watcher.Agent(ASHA);
    private static final Watcher CUSTOMER = new Watcher.Customer(new CustomerId("carl"));

    private final Set<Watcher> admitted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);
    private volatile boolean gated;
    private volatile boolean broken;
    private volatile boolean invited;
    private final Streams streams = new Streams(this::sees, id -> Optional.empty());

    private Seen sees(Watcher watcher, ConversationId conversation) {
        try {
            if (gated) {
                gate.await();
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        if (broken) {
            throw new IllegalStateException("no database");
        }
        boolean may = admitted.contains(watcher) && !conversation.equals(HIDDEN);
        var seen = may ? Seen.CONVERSATION : invited ? Seen.INVITATION : Seen.NOTHING;
        asked.incrementAndGet();
        return seen;
    }

    @AfterEach
    void close() {
        gate.countDown();
        streams.close();
    }

    private EventStream open(Watcher watcher) throws InterruptedException {
        var stream = streams.open(watcher).orElseThrow();
        assertThat(names(stream)).containsExactly("ready");
        return stream;
    }

    private static List<String> names(EventStream stream) throws InterruptedException {
        return stream.take(Duration.ofSeconds(5)).stream().map(Event::name).toList();
    }

    @Test
    @DisplayName("Who was shown a conversation, by a page or by a wake, is told once that it is gone")
    void gone() throws InterruptedException {
        var stream = open(AGENT);
        streams.shown(ASHA, CHAT);
        streams.hear(Wake.agents(CHAT));
        assertThat(names(stream)).containsExactly("gone");
        streams.hear(Wake.agents(CHAT));
        streams.hear(Wake.SETTINGS);
        assertThat(names(stream)).containsExactly("refresh");
    }

    @Test
    @DisplayName("B-21 Who is invited is told so once, and not when something happens in the conversation")
    void invited() throws InterruptedException {
        invited = true;
        var stream = open(AGENT);
        streams.hear(Wake.agents(CHAT));
        assertThat(names(stream)).containsExactly("changed");
        streams.hear(Wake.agents(CHAT));
        awaitAnswers(2);
        admitted.add(AGENT);
        streams.hear(Wake.agents(CHAT));
        assertThat(names(stream)).as("they accepted").containsExactly("changed");
        admitted.remove(AGENT);
        streams.hear(Wake.agents(CHAT));
        var told = new ArrayList<>(names(stream));
        while (told.size() < 2) {
            told.addAll(names(stream));
        }
        assertThat(told).as("they were removed and asked again").containsExactly("gone", "changed");
    }

    private void awaitAnswers(int count) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (asked.get() < count) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    @DisplayName("A question is asked once, however many wakes come before it is answered")
    void coalesced() throws InterruptedException {
        admitted.add(AGENT);
        gated = true;
        var stream = open(AGENT);
        for (int time = 0; time < 1_000; time++) {
            streams.hear(Wake.agents(CHAT));
        }
        gate.countDown();
        assertThat(names(stream)).containsExactly("changed");
        // What two threads were asking when the others came, and one for all of those.
        assertThat(asked.get()).isLessThanOrEqualTo(3);
    }

    @Test
    @DisplayName(
            "B-38 A wake for agents is none for the customer, and the customer is never told that something is gone")
    void sides() throws InterruptedException {
        admitted.add(CUSTOMER);
        var stream = open(CUSTOMER);
        streams.hear(Wake.agents(CHAT));
        streams.hear(Wake.SETTINGS);
        streams.hear(Wake.customer(HIDDEN));
        streams.hear(Wake.customer(CHAT));
        assertThat(names(stream)).containsExactly("changed");
    }

    @Test
    @DisplayName("If nobody can say who sees what, screens read again, where they learn it")
    void broken() throws InterruptedException {
        broken = true;
        var agent = open(AGENT);
        streams.hear(Wake.agents(CHAT));
        assertThat(names(agent)).containsExactly("refresh");
        var customer = open(CUSTOMER);
        streams.hear(Wake.customer(CHAT));
        assertThat(names(customer)).containsExactly("ready");
    }

    @Test
    @DisplayName("A browser that does not read is cut off, and holds up nobody")
    void slow() throws InterruptedException {
        admitted.add(AGENT);
        var slow = open(AGENT);
        var quick = open(AGENT);
        for (int number = 0; number < 400; number++) {
            streams.hear(Wake.agents(new ConversationId("chat-" + number)));
            assertThat(names(quick)).isNotEmpty();
        }
        assertThat(slow.isClosed()).isTrue();
        assertThat(quick.isClosed()).isFalse();
    }

    @Test
    @DisplayName("Streams are bounded for a person and for all")
    void bounded() {
        var opened = new ArrayList<EventStream>();
        for (int number = 0; number < 20; number++) {
            opened.add(streams.open(AGENT).orElseThrow());
        }
        assertThat(opened).filteredOn(EventStream::isClosed).hasSize(8);
        int places = Streams.MOST_STREAMS - 12;
        for (int number = 0; number < places; number++) {
            assertThat(streams.open(new Watcher.Agent(new AgentId("agent-" + number))))
                    .isPresent();
        }
        assertThat(streams.open(CUSTOMER)).isEmpty();
        streams.remove(AGENT, opened.get(19));
        assertThat(streams.open(CUSTOMER)).isPresent();
    }
}
