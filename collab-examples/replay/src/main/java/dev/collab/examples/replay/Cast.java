package dev.collab.examples.replay;

import dev.collab.inmemory.InMemoryDirectory;
import dev.collab.model.AgentId;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;

/** Names who plays in every chat. */
final class Cast {
    static final InboxId SHOP = new InboxId("shop");
    static final GroupId FOOTWEAR = new GroupId("footwear");
    static final GroupId ACCESSORIES = new GroupId("accessories");

    static final AgentId ADMIN = new AgentId("ada");
    static final AgentId ASSIGNEE = new AgentId("asha");
    static final AgentId COLLABORATOR = new AgentId("bo");
    static final CustomerId CUSTOMER = new CustomerId("carl");

    static final String ASSIGNEE_NAME = "Asha";
    static final String COLLABORATOR_NAME = "Bo";
    static final String CUSTOMER_NAME = "Carl";

    private Cast() {}

    /** {@return the directory of the shop: the assignee and the collaborator belong to different groups} */
    static InMemoryDirectory people() {
        return new InMemoryDirectory()
                .add(ADMIN, "Ada", person -> person.role(SHOP, InboxRole.ADMIN))
                .add(ASSIGNEE, ASSIGNEE_NAME, person -> person.groups(FOOTWEAR))
                .add(COLLABORATOR, COLLABORATOR_NAME, person -> person.groups(ACCESSORIES));
    }
}
