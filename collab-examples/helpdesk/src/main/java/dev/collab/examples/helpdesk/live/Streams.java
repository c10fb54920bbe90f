package dev.collab.examples.helpdesk.live;

import dev.collab.examples.helpdesk.json.Json;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.NotificationId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which screens are open and tells them to read again.
 *
 * <p>Nobody is told of a conversation because a wake named it: for each person with an open screen their own desk is
 * asked first. Who may see it is told {@code changed}; who may no longer, and was shown it, is told {@code gone}; who is
 * invited is told so once; all others are told nothing. A notice is the recipient's own, ids and codes that the library
 * decided to hand out; what it is about they read at their desk. The asking is done by two threads of its own, each question once however often it comes, so
 * that no command waits for a screen.
 */
public final class Streams implements AutoCloseable {
    /** How many streams this process keeps open; each holds a thread of the web server. */
    public static final int MOST_STREAMS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final int MOST_QUESTIONS = 5_000;

    private final Sight sight;
    private final Noticeboard noticeboard;
    private final Map<Watcher, Screens> open = new ConcurrentHashMap<>();
    private final Set<Question> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService asking = Executors.newFixedThreadPool(2, task -> {
        var thread = new Thread(task, "helpdesk-streams");
        thread.setDaemon(true);
        return thread;
    });

    private record Question(Watcher watcher, ConversationId conversation) {}

    /**
     * Starts without a screen.
     *
     * @param sight who may be told of what
     * @param noticeboard where notices are found
     */
    public Streams(Sight sight, Noticeboard noticeboard) {
        this.sight = sight;
        this.noticeboard = noticeboard;
    }

    /**
     * Opens a stream.
     *
     * @param watcher whose
     * @return the stream; empty if there are too many
     */
    public synchronized Optional<EventStream> open(Watcher watcher) {
        if (open.values().stream().mapToInt(Screens::count).sum() >= MOST_STREAMS) {
            return Optional.empty();
        }
        var stream = new EventStream();
        open.computeIfAbsent(watcher, none -> new Screens()).open(stream);
        return Optional.of(stream);
    }

    /**
     * Forgets a stream whose browser is gone.
     *
     * @param watcher whose
     * @param stream which
     */
    public synchronized void remove(Watcher watcher, EventStream stream) {
        stream.close();
        open.computeIfPresent(watcher, (who, screens) -> screens.remove(stream) ? null : screens);
    }

    /**
     * Remembers that an agent was shown a conversation, so that they can be told when it is gone.
     *
     * @param agent who
     * @param conversation what they may see at this moment
     */
    public void shown(AgentId agent, ConversationId conversation) {
        var screens = open.get(new Watcher.Agent(agent));
        if (screens != null) {
            screens.shown(conversation, Seen.CONVERSATION);
        }
    }

    /**
     * Remembers that an agent was shown an invitation, so that they can be told when it is over.
     *
     * @param agent who
     * @param conversation what they are invited to
     */
    public void invited(AgentId agent, ConversationId conversation) {
        var screens = open.get(new Watcher.Agent(agent));
        if (screens != null) {
            screens.invited(conversation);
        }
    }

    /**
     * Hears a wake; called in the thread of a command, so it asks nobody anything.
     *
     * @param wake what changed
     */
    public void hear(Wake wake) {
        switch (wake.kind()) {
            case CONVERSATION -> askAll(Watcher.Agent.class, new ConversationId(wake.about()));
            case CUSTOMER -> askAll(Watcher.Customer.class, new ConversationId(wake.about()));
            case NOTICE -> asking.execute(() -> tellNotice(new NotificationId(wake.about())));
            case SETTINGS ->
                open.forEach((watcher, screens) -> {
                    if (watcher instanceof Watcher.Agent) {
                        screens.tell(Event.REFRESH);
                    }
                });
            case MISSED -> open.forEach(Streams::startAnew);
        }
    }

    private void askAll(Class<? extends Watcher> side, ConversationId conversation) {
        for (var watcher : open.keySet()) {
            if (side.isInstance(watcher)) {
                ask(new Question(watcher, conversation));
            }
        }
    }

    private void ask(Question question) {
        if (waiting.size() >= MOST_QUESTIONS) {
            // Nobody else: internal work alone must not make a customer's screen read.
            open.computeIfPresent(question.watcher(), (watcher, screens) -> {
                startAnew(watcher, screens);
                return screens;
            });
        } else if (waiting.add(question)) {
            asking.execute(() -> answer(question));
        }
    }

    private void tellNotice(NotificationId id) {
        try {
            noticeboard.find(id).ifPresent(told -> {
                var screens = open.get(new Watcher.Agent(told.agent()));
                if (screens != null) {
                    screens.tell(told.event());
                }
            });
        } catch (RuntimeException failure) {
            // The notice itself is kept; only the hint is lost.
            LOG.warn("could not tell of a notice: {}", failure.getClass().getName());
        }
    }

    private void answer(Question question) {
        // First: what changes from here on is another question.
        waiting.remove(question);
        var screens = open.get(question.watcher());
        if (screens == null) {
            return;
        }
        // One answer at a time for each person: a late "changed" must not follow a "gone".
        synchronized (screens.turn()) {
            answer(question, screens);
        }
    }

    private void answer(Question question, Screens screens) {
        try {
            tell(question, screens, sight.of(question.watcher(), question.conversation()));
        } catch (RuntimeException failure) {
            LOG.warn("could not ask who sees what: {}", failure.getClass().getName());
            startAnew(question.watcher(), screens);
        }
    }

    /** Whoever is invited hears of the invitation, and nothing of what happens where they are not yet. */
    private static void tell(Question question, Screens screens, Seen now) {
        var data = Json.text(Map.of("conversation", question.conversation()));
        var before = question.watcher() instanceof Watcher.Agent
                ? screens.shown(question.conversation(), now)
                : Seen.NOTHING;
        if (before.compareTo(now) > 0) {
            screens.tell(new Event("gone", data));
        }
        if (now == Seen.CONVERSATION || (now == Seen.INVITATION && before != now)) {
            screens.tell(new Event("changed", data));
        }
    }

    /** Customers hear the one word for it that they know. */
    private static void startAnew(Watcher watcher, Screens screens) {
        screens.tell(watcher instanceof Watcher.Agent ? Event.REFRESH : Event.READY);
    }

    /** Ends all streams. */
    @Override
    public void close() {
        asking.shutdownNow();
        open.values().forEach(Screens::close);
        open.clear();
    }
}
