package dev.collab.model;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Holds what an admin decides about conversations besides who may add whom.
 *
 * @param identity under which name the customer sees a reply; default ASSIGNEE
 * @param groupReading which conversations of their group agents read from outside; default QUEUED
 * @param othersRead whether other agents of the inbox read from outside; default false
 * @param responderResolves whether a RESPONDER may resolve; default false
 * @param whenResolved what resolving does to collaborations, for each channel; default END on chats, SUSPEND on tickets
 * @param collision what happens to a reply that missed something, for each channel; default WARN on chats, HOLD on
 *     tickets
 * @param textLimit the longest text, in bytes of UTF-8, at least 1; default 32 KiB
 * @param redactionWindow how long an author may redact; default 15 minutes
 * @param keysKept how long a command's key is remembered; default 7 days
 */
public record ConversationSettings(
        IdentityPolicy identity,
        GroupReading groupReading,
        boolean othersRead,
        boolean responderResolves,
        Map<Channel, WhenResolved> whenResolved,
        Map<Channel, Collision> collision,
        int textLimit,
        Duration redactionWindow,
        Duration keysKept) {
    /** What holds until an admin decides otherwise. */
    public static final ConversationSettings DEFAULTS = new ConversationSettings(
            IdentityPolicy.ASSIGNEE,
            GroupReading.QUEUED,
            false,
            false,
            Map.of(Channel.LIVE_CHAT, WhenResolved.END, Channel.EMAIL_TICKET, WhenResolved.SUSPEND),
            Map.of(Channel.LIVE_CHAT, Collision.WARN, Channel.EMAIL_TICKET, Collision.HOLD),
            32 * 1024,
            Duration.ofMinutes(15),
            Duration.ofDays(7));

    /** Copies the maps and checks that each channel is decided. */
    public ConversationSettings {
        whenResolved = Checks.sorted(whenResolved);
        collision = Checks.sorted(collision);
        for (var channel : Channel.values()) {
            Checks.that(whenResolved.containsKey(channel), "when resolved", "must decide for every channel");
            Checks.that(collision.containsKey(channel), "collision", "must decide for every channel");
        }
        Checks.atLeast("text limit", 1, textLimit);
        Checks.that(!redactionWindow.isNegative(), "redaction window", "must not be negative");
        Checks.that(keysKept.compareTo(Duration.ZERO) > 0, "keys kept", "must be positive");
    }

    /**
     * Gives the same choices with another presented identity.
     *
     * @param other the identity
     * @return a copy
     */
    public ConversationSettings withIdentity(IdentityPolicy other) {
        return new ConversationSettings(
                other,
                groupReading,
                othersRead,
                responderResolves,
                whenResolved,
                collision,
                textLimit,
                redactionWindow,
                keysKept);
    }

    /**
     * Gives the same choices with other reading from outside.
     *
     * @param group which conversations of their group agents read
     * @param others whether other agents of the inbox read
     * @return a copy
     */
    public ConversationSettings withReading(GroupReading group, boolean others) {
        return new ConversationSettings(
                identity,
                group,
                others,
                responderResolves,
                whenResolved,
                collision,
                textLimit,
                redactionWindow,
                keysKept);
    }

    /**
     * Gives the same choices with another say of collaborators in resolving.
     *
     * @param allowed whether a RESPONDER may resolve
     * @return a copy
     */
    public ConversationSettings withResponderResolves(boolean allowed) {
        return new ConversationSettings(
                identity,
                groupReading,
                othersRead,
                allowed,
                whenResolved,
                collision,
                textLimit,
                redactionWindow,
                keysKept);
    }

    /**
     * Gives the same choices with another effect of resolving.
     *
     * @param channel the channel it is for
     * @param effect what resolving does to collaborations
     * @return a copy
     */
    public ConversationSettings withWhenResolved(Channel channel, WhenResolved effect) {
        var changed = new EnumMap<>(whenResolved);
        changed.put(channel, effect);
        return new ConversationSettings(
                identity,
                groupReading,
                othersRead,
                responderResolves,
                changed,
                collision,
                textLimit,
                redactionWindow,
                keysKept);
    }

    /**
     * Gives the same choices with another collision guard.
     *
     * @param channel the channel it is for
     * @param effect what happens to a reply that missed something
     * @return a copy
     */
    public ConversationSettings withCollision(Channel channel, Collision effect) {
        var changed = new EnumMap<>(collision);
        changed.put(channel, effect);
        return new ConversationSettings(
                identity,
                groupReading,
                othersRead,
                responderResolves,
                whenResolved,
                changed,
                textLimit,
                redactionWindow,
                keysKept);
    }

    /**
     * Gives the same choices with another limit of text.
     *
     * @param bytes the longest text, in bytes of UTF-8
     * @return a copy
     */
    public ConversationSettings withTextLimit(int bytes) {
        return new ConversationSettings(
                identity,
                groupReading,
                othersRead,
                responderResolves,
                whenResolved,
                collision,
                bytes,
                redactionWindow,
                keysKept);
    }

    /**
     * Gives the same choices with another time to redact.
     *
     * @param duration how long an author may redact; zero for not at all
     * @return a copy
     */
    public ConversationSettings withRedactionWindow(Duration duration) {
        return new ConversationSettings(
                identity,
                groupReading,
                othersRead,
                responderResolves,
                whenResolved,
                collision,
                textLimit,
                duration,
                keysKept);
    }

    /**
     * Gives the same choices with another memory for command keys.
     *
     * @param duration how long a key is remembered
     * @return a copy
     */
    public ConversationSettings withKeysKept(Duration duration) {
        return new ConversationSettings(
                identity,
                groupReading,
                othersRead,
                responderResolves,
                whenResolved,
                collision,
                textLimit,
                redactionWindow,
                duration);
    }
}
