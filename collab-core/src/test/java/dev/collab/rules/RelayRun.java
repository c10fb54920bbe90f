package dev.collab.rules;

import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.SUE;

import dev.collab.Collab;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.CustomerEntry;
import dev.collab.conversation.NoteDraft;
import dev.collab.model.AgentId;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.model.HistoryWindow;
import dev.collab.model.InboxId;
import dev.collab.model.Level;
import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.notification.Relay;
import dev.collab.notification.RelayOptions;
import dev.collab.rules.RelayPropertyTest.Delivery;
import dev.collab.spi.CommitResult;
import dev.collab.spi.Listener;
import dev.collab.spi.Notifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** One schedule of commands, deliveries, failures and deaths, drawn from a seed; what came of it stays to be read. */
final class RelayRun implements Notifier, Listener {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final RelayOptions OPTIONS =
            new RelayOptions(4, LEASE, 3, Duration.ofSeconds(1), Duration.ofSeconds(4), false);
    private static final Set<NotificationKind> IDS_ONLY = Set.of(
            NotificationKind.ADDED,
            NotificationKind.REMOVED,
            NotificationKind.INVITED,
            NotificationKind.ANSWERED,
            NotificationKind.EXPIRED,
            NotificationKind.ASSIGNED);

    final Shop shop = Shop.open();
    final List<ConversationId> chats = new ArrayList<>();
    final Map<NotificationId, Notification> stored = new LinkedHashMap<>();
    final List<Delivery> deliveries = new ArrayList<>();
    final Set<NotificationId> dropped = new HashSet<>();
    final Set<NotificationId> parked = new HashSet<>();
    final List<String> leaks = new ArrayList<>();
    final List<Relay> relays;
    int contents;
    int hangs;

    private final Random chance;
    private final boolean rough;
    private final Collab host;
    private boolean calm;
    private int depth;

    RelayRun(long seed, boolean rough) {
        // Neighbouring seeds start alike; a large odd factor drives them apart.
        this.chance = new Random(seed * 0x9E3779B97F4A7C15L);
        this.rough = rough;
        this.host = Story.host(shop, (method, arguments, real) -> {
            var result = real.call();
            if (result == CommitResult.COMMITTED) {
                ((Commit) arguments[0]).notifications().forEach(one -> stored.put(one.id(), one));
            }
            return result;
        });
        var dying = shop.host(builder -> builder.storage(Post.dying(shop.storage, () -> rough && !calm && one(10)))
                .notifier(this)
                .listener(this)
                .relay(OPTIONS));
        this.relays = List.of(dying.relay("one"), dying.relay("two"), dying.relay("three"));
    }

    void play() {
        chats.add(shop.assigned());
        chats.add(shop.assignedTicket());
        // What is stored until here came past the host that remembers.
        Post.taken(shop);
        for (int step = 0; step < 60; step++) {
            if (one(2)) {
                pump();
            } else {
                command();
            }
            shop.time.advance(Duration.ofMillis(chance.nextInt(2_000)));
        }
        settle();
    }

    /** The ids in the order of their first deliveries. */
    Set<NotificationId> delivered() {
        var ids = new LinkedHashSet<NotificationId>();
        deliveries.forEach(delivery -> ids.add(delivery.id()));
        return ids;
    }

    /** Nothing goes wrong any more, and what was parked is retried by hand. */
    private void settle() {
        calm = true;
        int claimed = 1;
        for (int pass = 0; claimed > 0; pass++) {
            if (pass > 1_000) {
                throw new AssertionError("there is no end to it");
            }
            shop.time.advance(LEASE);
            var relay = relays.get(pass % 3);
            relay.parked(null, 100)
                    .forEach(one -> relay.retry(one.notification().id()));
            claimed = relay.pumpOnce();
        }
    }

    private void pump() {
        try {
            relays.get(chance.nextInt(3)).pumpOnce();
        } catch (Post.Killed killed) {
            // What it held comes back when its lease is over.
        }
    }

    /** Refusals are welcome. */
    private void command() {
        var chat = chats.get(chance.nextInt(2));
        var agents = List.of(ASHA, BO, CY, FIN, SUE);
        var actor = agents.get(chance.nextInt(5));
        var other = agents.get(chance.nextInt(5));
        var desk = host.agent(actor);
        switch (chance.nextInt(16)) {
            case 0, 1 -> host.customer(CARL).write(chat, "Hello?");
            case 2, 3 -> desk.reply(chat, "Here.");
            case 4 -> desk.note(chat, "Between us.");
            case 5 -> desk.note(chat, NoteDraft.of("You.").toAssignee());
            case 6 -> desk.note(chat, NoteDraft.of("You!").mentioning(other));
            case 7, 8 -> host.agent(ASHA).addCollaborator(chat, other);
            case 9 -> host.agent(SUE).addCollaborator(chat, other, AddOptions.NONE.reading(HistoryWindow.FROM_ADD));
            case 10, 11 -> host.agent(SUE).removeCollaborator(chat, other);
            case 12 -> host.agent(SUE).changeLevel(chat, other, one(2) ? Level.ADVISER : Level.RESPONDER);
            case 13 -> desk.transfer(chat, other);
            case 14 -> resolvedOrReopened(chat);
            default -> shop.people.change(other, person -> person.active(other.equals(ASHA) || one(2)));
        }
    }

    private void resolvedOrReopened(ConversationId chat) {
        var desk = host.system("router");
        if (!desk.resolve(chat).isDone()) {
            desk.reopen(chat);
        }
    }

    @Override
    public void toAgent(AgentNotification told) {
        check(told);
        deliver(new Delivery(told.id(), told.recipient().value(), told.kind(), told.text()));
    }

    @Override
    public void toCustomer(CustomerMessage told) {
        boolean seen = Story.messages(shop, told.conversation()).stream()
                .anyMatch(entry -> entry.fold(
                        message -> false,
                        reply -> reply.equals(new CustomerEntry.Reply(
                                told.customerSequence(),
                                told.from(),
                                told.at(),
                                Optional.ofNullable(told.text()),
                                told.attachments()))));
        if (!seen) {
            leaks.add(told.toString());
        }
        deliver(new Delivery(told.id(), told.recipient().value(), told.kind(), told.text()));
    }

    /** At this very moment the recipient may read what they are told, or it carries ids and they are active. */
    private void check(AgentNotification told) {
        boolean fair = IDS_ONLY.contains(told.kind())
                ? told.text() == null && told.sequence() == null && isActive(told.recipient())
                : told.sequence() != null && reads(told.recipient(), told.conversation(), told.sequence());
        contents += told.sequence() == null ? 0 : 1;
        if (!fair) {
            leaks.add(told.toString());
        }
    }

    private boolean isActive(AgentId agent) {
        var profile = shop.people.find(Set.of(agent)).get(agent);
        return profile != null && profile.active();
    }

    private boolean reads(AgentId agent, ConversationId chat, long sequence) {
        return shop.timeline(agent, chat)
                .fold(entries -> entries.stream().anyMatch(entry -> entry.sequence() == sequence), no -> false);
    }

    /** Fails before, or hangs and fails or delivers late, or delivers and is slow, or fails after. */
    private void deliver(Delivery delivery) {
        if (!calm && rough && one(10)) {
            hang();
        }
        if (!calm && one(6)) {
            throw new IllegalStateException("down");
        }
        deliveries.add(delivery);
        if (!calm && one(4)) {
            if (rough && one(2)) {
                hang();
            } else {
                worldGoesOn();
            }
        }
        if (!calm && rough && one(8)) {
            throw new IllegalStateException("down after it was delivered");
        }
    }

    /** Does not come back before the lease is over; the other relays take over what this one holds. */
    private void hang() {
        hangs++;
        shop.time.advance(LEASE);
        worldGoesOn();
    }

    private void worldGoesOn() {
        if (depth < 2) {
            depth++;
            command();
            pump();
            pump();
            depth--;
        }
    }

    @Override
    public void dropped(NotificationId notification, InboxId inbox, NotificationKind kind) {
        dropped.add(notification);
    }

    @Override
    public void deliveryFailed(NotificationId notification, InboxId inbox, int attempts, boolean parks) {
        if (parks) {
            parked.add(notification);
        }
    }

    private boolean one(int in) {
        return chance.nextInt(in) == 0;
    }
}
