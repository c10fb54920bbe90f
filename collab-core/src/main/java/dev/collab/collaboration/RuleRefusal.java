package dev.collab.collaboration;

/**
 * Says why one rule of the policy did not allow somebody to be added.
 *
 * @param rule the rule's name
 * @param cause the first of its parts that did not hold
 */
public record RuleRefusal(String rule, Cause cause) {
    /** Names a part of a rule. */
    public enum Cause {
        /** It is not for this adder. */
        ADDER,

        /** It is not for this case. */
        CASE,

        /** It is not for this candidate, or there is no such candidate. */
        CANDIDATE,

        /** It does not go up to this level. */
        LEVEL
    }
}
