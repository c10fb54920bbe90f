package dev.collab.tck.suite;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a test which part of a port it holds to account, for the message of a failure.
 *
 * <p>The rules and the sentence stand in the display name, {@code "B-41 P-27 sentence"}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Clause {
    /** {@return the method that answers for it, as in {@code ConversationStore.commit}} */
    String value();

    /** {@return the chapter of the guide that explains it} */
    Chapter read();

    /** {@return what an adapter may declare instead, as in {@code Variation.DURABLE}; empty if there is no choice} */
    String orDeclare() default "";
}
