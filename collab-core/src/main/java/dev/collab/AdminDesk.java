package dev.collab;

import dev.collab.model.AgentId;
import dev.collab.model.InboxId;

/** Is where an inbox admin sets inboxes up. */
public final class AdminDesk {
    private final AgentId admin;
    private final Host host;

    AdminDesk(AgentId admin, Host host) {
        this.admin = admin;
        this.host = host;
    }

    /**
     * Goes to an inbox.
     *
     * @param inbox which inbox; nothing is asked about it before something is done
     * @return the desk for its settings
     */
    public InboxDesk inbox(InboxId inbox) {
        return new InboxDesk(admin, inbox, host);
    }
}
