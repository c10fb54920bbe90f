package dev.collab;

import dev.collab.model.Receipt;
import java.time.Instant;

/**
 * Says where a customer's message stands in what they see.
 *
 * @param sequence its place: 0, 1, 2 … without a gap
 * @param at when
 */
public record Posted(long sequence, Instant at) {
    static Posted of(Receipt receipt) {
        return new Posted(Receipts.number(receipt, "customer-sequence"), receipt.at());
    }
}
