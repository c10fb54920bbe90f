package dev.collab.tck.broken;

import dev.collab.spi.ConversationStore;
import java.time.Instant;
import java.util.List;

/** Forgets the receipts of all tenants. */
final class BrokenTenantReceipts extends Delegating {
    private final List<ConversationStore> tenants;

    BrokenTenantReceipts(List<ConversationStore> tenants) {
        this.tenants = tenants;
        tenants.add(good.conversations());
    }

    @Override
    public int forgetReceipts(Instant now, int limit) {
        return tenants.stream()
                .mapToInt(tenant -> tenant.forgetReceipts(now, limit))
                .sum();
    }
}
