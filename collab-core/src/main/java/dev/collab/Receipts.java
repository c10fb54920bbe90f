package dev.collab;

import dev.collab.model.Receipt;

/** Reads receipts; a retry is answered by the same code as the command itself. */
final class Receipts {
    private Receipts() {}

    static String need(Receipt receipt, String name) {
        var value = receipt.ids().get(name);
        if (value == null) {
            throw new IllegalStateException("the receipt of entry " + receipt.sequence() + " lacks " + name);
        }
        return value;
    }

    static long number(Receipt receipt, String name) {
        return Long.parseLong(need(receipt, name));
    }
}
