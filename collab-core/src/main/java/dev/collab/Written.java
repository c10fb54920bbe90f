package dev.collab;

import dev.collab.model.Receipt;
import java.time.Instant;

/**
 * Says where a done command stands in the timeline.
 *
 * @param sequence the entry it wrote
 * @param at when
 */
public record Written(long sequence, Instant at) {
    static Written of(Receipt receipt) {
        return new Written(receipt.sequence(), receipt.at());
    }
}
