package dev.collab.jdbc;

import dev.collab.Collab;
import dev.collab.conversation.OpenRequest;
import dev.collab.inmemory.InMemoryDirectory;
import dev.collab.inmemory.SettableTime;
import dev.collab.model.AgentId;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;
import dev.collab.spi.Storage;
import java.util.function.UnaryOperator;

/** A shop with few people over a storage, with collaboration switched on. */
final class Shop {
    static final InboxId INBOX = new InboxId("shop");
    static final GroupId FOOTWEAR = new GroupId("footwear");
    static final AgentId ADA = new AgentId("ada");
    static final AgentId ASHA = new AgentId("asha");
    static final AgentId BO = new AgentId("bo");
    static final CustomerId CARL = new CustomerId("carl");

    final SettableTime time = new SettableTime();
    final Collab collab;

    private Shop(Storage storage, UnaryOperator<Collab.Builder> more) {
        var people = new InMemoryDirectory()
                .add(ADA, "Ada", person -> person.role(INBOX, InboxRole.ADMIN))
                .add(ASHA, "Asha", person -> person.groups(FOOTWEAR))
                .add(BO, "Bo");
        collab = more.apply(Collab.builder().storage(storage).directory(people).time(time))
                .build();
    }

    /** Whose inbox has been set up already. */
    static Shop over(Storage storage, UnaryOperator<Collab.Builder> more) {
        return new Shop(storage, more);
    }

    static Shop open(Storage storage) {
        var shop = new Shop(storage, builder -> builder);
        shop.collab.admin(ADA).inbox(INBOX).enableCollaboration().orElseThrow();
        return shop;
    }

    ConversationId chat() {
        return collab.customer(CARL)
                .open(OpenRequest.of(INBOX, Channel.LIVE_CHAT, "Do they run small?")
                        .forGroup(FOOTWEAR))
                .orElseThrow();
    }

    ConversationId assigned() {
        var chat = chat();
        collab.agent(ASHA).claim(chat).orElseThrow();
        return chat;
    }
}
