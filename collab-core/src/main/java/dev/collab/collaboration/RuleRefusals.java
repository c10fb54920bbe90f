package dev.collab.collaboration;

import dev.collab.outcome.Details;
import java.util.List;

/**
 * Names why none of the policy's rules allowed it.
 *
 * @param refusals one for each rule, in the order they were tried; empty if the policy has none
 */
public record RuleRefusals(List<RuleRefusal> refusals) implements Details {
    /** Copies the list. */
    public RuleRefusals {
        refusals = List.copyOf(refusals);
    }
}
