package dev.collab.spi;

import dev.collab.model.ActorKind;
import dev.collab.model.ConversationId;
import dev.collab.model.InboxId;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import java.time.Duration;

/**
 * Watches what the library does, for metrics and traces; everything is optional.
 *
 * <p>It hears ids and codes, never text. It is called after the fact, in the thread that did it, so it must be quick.
 * What it throws is logged and dropped.
 *
 * <p>The library itself logs to slf4j:
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><th>level</th><th>what</th></tr>
 * <tr><td>ERROR</td><td>an adapter returned what it must not; a relay stopped</td></tr>
 * <tr><td>WARN</td><td>a race lost for good; a signal or a listener that failed; a notification parked</td></tr>
 * <tr><td>INFO</td><td>a relay started or closed</td></tr>
 * <tr><td>DEBUG</td><td>a race lost and retried; a delivery that will be retried</td></tr>
 * <tr><td>TRACE</td><td>nothing</td></tr>
 * </table>
 */
public interface Listener {
    /**
     * Hears that a command was done, also if there was nothing to do.
     *
     * @param conversation for which conversation
     * @param actor on which side the actor stands
     * @param act what was done, as a stable code
     */
    default void commandDone(ConversationId conversation, ActorKind actor, String act) {}

    /**
     * Hears that a command was refused.
     *
     * @param conversation for which conversation
     * @param actor on which side the actor stands
     * @param act what was to be done, as a stable code
     * @param reason why not, as a stable code
     */
    default void commandRefused(ConversationId conversation, ActorKind actor, String act, String reason) {}

    /**
     * Hears that somebody else was faster and the command is decided anew.
     *
     * @param conversation for which conversation
     * @param attempt how many attempts were lost so far
     */
    default void raceRetried(ConversationId conversation, int attempt) {}

    /**
     * Hears that a notification was delivered.
     *
     * @param notification which one
     * @param inbox of which inbox
     * @param kind what it told
     * @param lag how long after the commit
     */
    default void delivered(NotificationId notification, InboxId inbox, NotificationKind kind, Duration lag) {}

    /**
     * Hears that a notification was dropped, as its recipient may not know of it any more or does not want to.
     *
     * @param notification which one
     * @param inbox of which inbox
     * @param kind what it would have told
     */
    default void dropped(NotificationId notification, InboxId inbox, NotificationKind kind) {}

    /**
     * Hears that a delivery failed.
     *
     * @param notification which one
     * @param inbox of which inbox
     * @param attempts how often it has failed now
     * @param parked whether it will not be tried again by itself
     */
    default void deliveryFailed(NotificationId notification, InboxId inbox, int attempts, boolean parked) {}
}
