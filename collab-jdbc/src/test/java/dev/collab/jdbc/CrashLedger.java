package dev.collab.jdbc;

import dev.collab.Collab;
import dev.collab.model.ConversationId;
import dev.collab.spi.Storage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What writers were told of their commands, held against what is stored. */
final class CrashLedger {
    private static final Instant LATER = Instant.parse("2040-01-01T00:00:00Z");
    private static final int BATCH = 500;

    private static final String CUSTOMER = "CUSTOMER carl";

    /** Who is to be told of what a customer writes, and of what the assignee replies. */
    private static final List<String> OF_WRITTEN = List.of("AGENT asha", "AGENT bo");

    private static final List<String> OF_REPLIED = List.of("AGENT bo", CUSTOMER);

    private final Set<CrashCommand> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<CrashCommand> unknown = ConcurrentHashMap.newKeySet();
    private final Set<CrashCommand> unchanged = ConcurrentHashMap.newKeySet();

    void acknowledged(CrashCommand command) {
        unknown.remove(command);
        acknowledged.add(command);
    }

    void unknown(CrashCommand command) {
        unknown.add(command);
    }

    void unchanged(CrashCommand command) {
        unchanged.add(command);
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /**
     * Is what a run came to.
     *
     * @param lost acknowledged, or unknown and repeated, and not stored
     * @param denied said not to be done, and stored
     * @param missed promises to tell somebody that are not in the outbox
     * @param surplus those that are there twice, or of nothing
     */
    record Verdict(int acknowledged, int unknown, int lost, int twice, int denied, int missed, int surplus) {
        boolean isGood() {
            return lost + twice + denied + missed + surplus == 0;
        }

        @Override
        public String toString() {
            return "acknowledged %d, unknown %d, lost %d, applied twice %d, denied but done %d, notifications missed %d, too many %d"
                    .formatted(acknowledged, unknown, lost, twice, denied, missed, surplus);
        }
    }

    /** Looks, repeats what is unknown, and looks again. */
    Verdict verdict(Collab collab, Storage storage, List<ConversationId> chats) {
        int found = unknown.size();
        var before = said(storage, chats);
        int twice = over(before);
        int lost = missing(before, acknowledged);
        int denied = (int) unchanged.stream().filter(before::containsKey).count();
        unknown.forEach(command -> command.send(collab, chats));
        var after = said(storage, chats);
        lost += missing(after, unknown);
        return promised(found, lost, twice + over(after), denied, after, told(storage));
    }

    private Verdict promised(
            int found,
            int lost,
            int twice,
            int denied,
            Map<CrashCommand, List<Place>> said,
            Map<String, Integer> told) {
        var expected = new TreeSet<String>();
        said.forEach((command, places) -> {
            for (var recipient : command.isCustomers() ? OF_WRITTEN : OF_REPLIED) {
                places.forEach(place -> expected.add(place.seenBy(recipient)));
            }
        });
        int missed =
                (int) expected.stream().filter(one -> !told.containsKey(one)).count();
        int surplus = (int) told.entrySet().stream()
                .filter(one -> one.getValue() > 1 || !expected.contains(one.getKey()))
                .count();
        return new Verdict(acknowledged.size(), found, lost, twice, denied, missed, surplus);
    }

    private static int over(Map<CrashCommand, List<Place>> said) {
        return (int) said.values().stream().filter(places -> places.size() > 1).count();
    }

    private static int missing(Map<CrashCommand, List<Place>> said, Set<CrashCommand> wanted) {
        return (int)
                wanted.stream().filter(command -> !said.containsKey(command)).count();
    }

    private record Place(ConversationId chat, long sequence, long customerSequence) {
        /** {@return as the notification says it, in the recipient's own numbering} */
        String seenBy(String recipient) {
            return told(chat, recipient.equals(CUSTOMER) ? customerSequence : sequence, recipient);
        }
    }

    private static String told(ConversationId chat, long sequence, String recipient) {
        return chat + " " + sequence + " " + recipient;
    }

    private static Map<CrashCommand, List<Place>> said(Storage storage, List<ConversationId> chats) {
        var all = new HashMap<CrashCommand, List<Place>>();
        for (var chat : chats) {
            for (var entry : Said.in(storage, chat)) {
                CrashCommand.parse(entry.text())
                        .ifPresent(command -> all.computeIfAbsent(command, key -> new ArrayList<>())
                                .add(new Place(
                                        chat, entry.sequence(), Objects.requireNonNull(entry.customerSequence()))));
            }
        }
        return all;
    }

    /** Empties the outbox. */
    private static Map<String, Integer> told(Storage storage) {
        var all = new HashMap<String, Integer>();
        while (true) {
            var claims = storage.outbox().claim("auditor", LATER, LATER.plusSeconds(60), BATCH);
            if (claims.isEmpty()) {
                return all;
            }
            for (var claim : claims) {
                var one = claim.notification();
                if (one.sequence() != null) {
                    all.merge(
                            told(one.conversation(), one.sequence(), one.recipientKind() + " " + one.recipient()),
                            1,
                            Integer::sum);
                }
                storage.outbox().acknowledge(one.id(), "auditor");
            }
        }
    }

    /** Opens what is written to, and tells away what was told of it until then. */
    static List<ConversationId> open(Shop shop, Storage storage, int count) {
        var chats = Stream.generate(shop::assigned).limit(count).collect(Collectors.toList());
        chats.forEach(chat ->
                shop.collab.agent(Shop.ASHA).addCollaborator(chat, Shop.BO).orElseThrow());
        told(storage);
        return chats;
    }
}
