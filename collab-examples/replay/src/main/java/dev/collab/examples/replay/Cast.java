package dev.collab.examples.replay;

import dev.collab.inmemory.InMemoryDirectory;
import dev.collab.model.AgentId;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;
import java.util.Map;

/** Names who plays in every chat. */
final class Cast {
    static final InboxId SHOP = new InboxId("shop");
    static final GroupId FOOTWEAR = new GroupId("footwear");
    static final GroupId ACCESSORIES = new GroupId("accessories");
    static final GroupId PART_TIME = new GroupId("part-time");

    static final AgentId ADMIN = new AgentId("ada");
    static final AgentId ASSIGNEE = new AgentId("asha");
    static final AgentId COLLABORATOR = new AgentId("bo");
    static final AgentId PART_TIMER = new AgentId("cy");
    static final CustomerId CUSTOMER = new CustomerId("carl");

    static final String ASSIGNEE_NAME = "Asha";
    static final String COLLABORATOR_NAME = "Bo";
    static final String PART_TIMER_NAME = "Cy";
    static final String CUSTOMER_NAME = "Carl";

    private static final Map<String, String> NAMES = Map.of(
            ASSIGNEE.value(), ASSIGNEE_NAME,
            COLLABORATOR.value(), COLLABORATOR_NAME,
            PART_TIMER.value(), PART_TIMER_NAME,
            CUSTOMER.value(), CUSTOMER_NAME);

    private Cast() {}

    /** {@return the directory of the shop: the assignee belongs to another group than those who can be added} */
    static InMemoryDirectory people() {
        return new InMemoryDirectory()
                .add(ADMIN, "Ada", person -> person.role(SHOP, InboxRole.ADMIN))
                .add(ASSIGNEE, ASSIGNEE_NAME, person -> person.groups(FOOTWEAR))
                .add(COLLABORATOR, COLLABORATOR_NAME, person -> person.groups(ACCESSORIES))
                .add(PART_TIMER, PART_TIMER_NAME, person -> person.groups(ACCESSORIES, PART_TIME));
    }

    /** Finds the name of somebody by their id. */
    static String nameOf(String id) {
        return NAMES.getOrDefault(id, id);
    }
}
