package dev.collab.inmemory;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationHead;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import java.util.HashSet;
import java.util.Set;

/** A reason why somebody sees a conversation; those of one reason stand on a shelf together. */
sealed interface ShelfKey {
    /** Gives whom to ask for the shelf; an owner may have many. */
    Object owner();

    /**
     * Gives every shelf a conversation belongs on.
     *
     * <p>None before the first entry the customer may see: a list shows the newest of those, so there is no row to show.
     */
    static Set<ShelfKey> of(ConversationHead head) {
        var keys = new HashSet<ShelfKey>();
        if (head.counters().customerEntries() == 0) {
            return keys;
        }
        var inbox = head.inbox();
        keys.add(new Inbox(inbox));
        keys.add(new Customer(head.customer()));
        if (head.assignee() != null) {
            keys.add(new Assignee(head.assignee()));
        }
        if (head.facts().group() != null) {
            keys.add(new Group(head.facts().group(), inbox));
        }
        for (var grant : head.collaborations()) {
            keys.add(new Grant(grant.agent(), inbox, grant.epoch(), grant.endsAt() != null));
        }
        return keys;
    }

    /** What is assigned to an agent. */
    record Assignee(AgentId agent) implements ShelfKey {
        @Override
        public Object owner() {
            return this;
        }
    }

    /**
     * Where an agent has a grant of an inbox's epoch.
     *
     * <p>When the epoch advances, nobody asks for the shelf any more, however many stand on it; they leave it when a
     * command writes that the grant is over. Grants with a time box stand apart, as those that are over can be told
     * from the others only one by one: a page costs these besides, which are as few as the host lets them be by
     * writing what is overdue.
     */
    record Grant(AgentId agent, InboxId inbox, long epoch, boolean timed) implements ShelfKey {
        @Override
        public Object owner() {
            return agent;
        }
    }

    /** What belongs to a group, by inbox: the inbox decides how much of it the group's agents see. */
    record Group(GroupId group, InboxId inbox) implements ShelfKey {
        @Override
        public Object owner() {
            return group;
        }
    }

    /** All of an inbox. */
    record Inbox(InboxId inbox) implements ShelfKey {
        @Override
        public Object owner() {
            return this;
        }
    }

    /** All of a customer. */
    record Customer(CustomerId customer) implements ShelfKey {
        @Override
        public Object owner() {
            return this;
        }
    }
}
