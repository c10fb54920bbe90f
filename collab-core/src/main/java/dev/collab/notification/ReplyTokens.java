package dev.collab.notification;

import dev.collab.model.ActorKind;
import dev.collab.model.ConversationId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Notification;
import dev.collab.model.NotificationKind;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what an answer to a notification answers, and reads it back.
 *
 * <p>A token names the conversation, the recipient, what an answer is to become, and the entry it is about; it holds no
 * text and can be read by whoever has it. It carries no authority: it says what is answered, never who acts or what
 * they may do.
 */
public final class ReplyTokens {
    /** How long tokens are good for unless the host says otherwise. */
    public static final Duration VALIDITY = Duration.ofDays(30);

    private static final int LEAST_KEY = 32;
    private static final Duration LONGEST = Duration.ofDays(3_650);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE = 32;
    private static final byte VERSION = 1;

    /** Keeps a signature of ours from being one of something else that the host signs with the same key. */
    private static final String LABEL = "collab reply token";

    /** Two ids of 200 characters at three bytes each, the rest, and a third more for the alphabet. */
    private static final int LONGEST_TOKEN = 2_000;

    private final SecretKeySpec key;
    private final Duration validity;

    /**
     * Takes up a key; hosts give it to the builder of their {@code Collab}.
     *
     * @param key the secret, at least 32 bytes; copied
     * @param validity how long after the notification a token is good, positive, at most 3,650 days
     * @throws InvalidArgumentException if the key is too short or the validity out of bounds
     */
    public ReplyTokens(byte[] key, Duration validity) {
        InvalidArgumentException.ifNull("signing key", key);
        if (key.length < LEAST_KEY) {
            throw new InvalidArgumentException("signing key", "must be at least " + LEAST_KEY + " bytes");
        }
        if (validity.isNegative() || validity.isZero() || validity.compareTo(LONGEST) > 0) {
            throw new InvalidArgumentException("validity", "must be positive and at most 3,650 days");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.validity = validity;
    }

    /** Says what an answer is to become. */
    public enum Purpose {
        /** A reply to the customer. */
        REPLY,

        /** A note, for nobody who could not read the one it answers. */
        NOTE,

        /** A message of the customer. */
        MESSAGE
    }

    /**
     * Is what a token says.
     *
     * @param conversation where the answer belongs
     * @param recipientKind an agent or the customer
     * @param recipient who was told, and nobody else may answer with it
     * @param purpose what an answer is to become
     * @param sequence the entry that is answered, as the recipient counts
     * @param until the end of its time, exclusive
     */
    public record Claims(
            ConversationId conversation,
            ActorKind recipientKind,
            String recipient,
            Purpose purpose,
            long sequence,
            Instant until) {
        /**
         * Tells whether it is for somebody.
         *
         * @param kind on which side they stand
         * @param id the agent's or customer's id
         * @return false for everybody but the recipient
         */
        public boolean isFor(ActorKind kind, String id) {
            return recipientKind == kind && recipient.equals(id);
        }

        /**
         * Tells whether its time is not over.
         *
         * @param now the time to decide for
         * @return false from its end on
         */
        public boolean isCurrent(Instant now) {
            return now.isBefore(until);
        }
    }

    /**
     * Signs what an answer to a notification would answer.
     *
     * @param notification a notification that is delivered with its entry
     * @return the token, the same at every delivery; empty if there is nothing to answer
     */
    public Optional<String> of(Notification notification) {
        var sequence = notification.sequence();
        if (sequence == null) {
            return Optional.empty();
        }
        return purpose(notification.kind())
                .map(purpose -> sign(new Claims(
                        notification.conversation(),
                        notification.recipientKind(),
                        notification.recipient(),
                        purpose,
                        sequence,
                        notification.at().plus(validity))));
    }

    /**
     * Reads a token; whether its time is over is for the caller to ask.
     *
     * @param token anything
     * @return what it says; empty unless it was signed with this key and nothing was changed
     */
    public Optional<Claims> read(String token) {
        return signed(token).filter(this::isSigned).flatMap(ReplyTokens::claims);
    }

    private static Optional<Purpose> purpose(NotificationKind kind) {
        return switch (kind) {
            case CUSTOMER_WROTE, COLLEAGUE_REPLIED -> Optional.of(Purpose.REPLY);
            case NOTE, MENTIONED -> Optional.of(Purpose.NOTE);
            case OUTGOING_REPLY -> Optional.of(Purpose.MESSAGE);
            case ADDED,
                    REMOVED,
                    LEVEL_CHANGED,
                    INVITED,
                    ANSWERED,
                    EXPIRED,
                    RESOLVED,
                    REOPENED,
                    ASSIGNED,
                    UNATTENDED,
                    OUTGOING_REDACTED -> Optional.empty();
        };
    }

    private String sign(Claims claims) {
        var conversation = bytes(claims.conversation().value());
        var kind = bytes(claims.recipientKind().name());
        var recipient = bytes(claims.recipient());
        var purpose = bytes(claims.purpose().name());
        int prefixes = 4 * Short.BYTES;
        int texts = conversation.length + kind.length + recipient.length + purpose.length;
        var token = ByteBuffer.allocate(1 + prefixes + texts + 2 * Long.BYTES + SIGNATURE);
        token.put(VERSION);
        for (var part : new byte[][] {conversation, kind, recipient, purpose}) {
            // The length first, or "ab","c" and "a","bc" would be the same.
            token.putShort((short) part.length).put(part);
        }
        token.putLong(claims.sequence()).putLong(claims.until().toEpochMilli());
        token.put(signature(token.array(), token.position()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    private static byte[] bytes(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> signed(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        byte[] read;
        try {
            read = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
        // The last character has bits that mean nothing; only one way to write them is ours.
        boolean exact =
                Base64.getUrlEncoder().withoutPadding().encodeToString(read).equals(token);
        return exact && read.length > SIGNATURE ? Optional.of(read) : Optional.empty();
    }

    private boolean isSigned(byte[] token) {
        int length = token.length - SIGNATURE;
        var given = new byte[SIGNATURE];
        ByteBuffer.wrap(token).position(length).get(given);
        // Takes as long whatever differs, so that nobody finds a signature byte by byte.
        return MessageDigest.isEqual(given, signature(token, length));
    }

    private byte[] signature(byte[] token, int length) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(bytes(LABEL));
            mac.update(token, 0, length);
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    /** Whatever a later version signs with the same key is as unknown here as garbage. */
    private static Optional<Claims> claims(byte[] token) {
        var rest = ByteBuffer.wrap(token, 0, token.length - SIGNATURE);
        try {
            if (rest.get() != VERSION) {
                return Optional.empty();
            }
            return Optional.of(new Claims(
                    new ConversationId(text(rest)),
                    ActorKind.valueOf(text(rest)),
                    text(rest),
                    Purpose.valueOf(text(rest)),
                    rest.getLong(),
                    Instant.ofEpochMilli(rest.getLong())));
        } catch (BufferUnderflowException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static String text(ByteBuffer rest) {
        var text = new byte[Short.toUnsignedInt(rest.getShort())];
        rest.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
