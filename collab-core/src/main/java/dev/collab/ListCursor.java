package dev.collab;

import dev.collab.model.AgentId;
import dev.collab.model.CollaborationId;
import dev.collab.model.ConversationId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.Directory;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Remembers a place in a list.
 *
 * <p>It carries no authority: whoever uses it sees what they may see then. It can be sent to a browser and back.
 *
 * @param token the place, in letters and digits that mean nothing to anybody else
 */
public record ListCursor(String token) {
    private static final String FOREIGN = "must come from a page of the same kind";
    private static final int LONGEST = 4_000;

    static ListCursor of(Directory.Position position) {
        return encode(position.name(), position.id().value());
    }

    static ListCursor of(ConversationQuery.Position position) {
        return encode(
                position.lastActivityAt().toString(), position.conversation().value());
    }

    static ListCursor of(CollaborationQuery.Position position) {
        return encode(
                position.startedAt() + "\n" + position.conversation(),
                position.id().value());
    }

    CollaborationQuery.Position contribution() {
        var place = decode();
        var first = place.get(0);
        int middle = first.indexOf('\n');
        if (middle < 0) {
            throw new InvalidArgumentException("cursor", FOREIGN);
        }
        return new CollaborationQuery.Position(
                instant(first.substring(0, middle)),
                new ConversationId(first.substring(middle + 1)),
                new CollaborationId(place.get(1)));
    }

    Directory.Position candidate() {
        var place = decode();
        return new Directory.Position(place.get(0), new AgentId(place.get(1)));
    }

    ConversationQuery.Position conversation() {
        var place = decode();
        return new ConversationQuery.Position(instant(place.get(0)), new ConversationId(place.get(1)));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notATime) {
            throw new InvalidArgumentException("cursor", FOREIGN);
        }
    }

    /** An id holds no line break, so the last one parts the two. */
    private static ListCursor encode(String first, String id) {
        var place = (first + "\n" + id).getBytes(StandardCharsets.UTF_8);
        return new ListCursor(Base64.getUrlEncoder().withoutPadding().encodeToString(place));
    }

    private List<String> decode() {
        try {
            var place = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            int middle = place.lastIndexOf('\n');
            if (token.length() <= LONGEST && middle >= 0) {
                return List.of(place.substring(0, middle), place.substring(middle + 1));
            }
        } catch (IllegalArgumentException notBase64) {
            // Falls through: the caller is told the same whatever is wrong with it.
        }
        throw new InvalidArgumentException("cursor", FOREIGN);
    }
}
