package dev.collab.examples.quickstart;

import dev.collab.AgentDesk;
import dev.collab.Collab;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.Page;
import dev.collab.conversation.Slice;
import dev.collab.inmemory.InMemoryDirectory;
import dev.collab.inmemory.InMemoryStorage;
import dev.collab.model.AgentId;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;
import dev.collab.outcome.Outcome;
import dev.collab.spi.Storage;

/** A footwear agent is asked about chargers and adds a colleague of the accessories group. */
public final class Quickstart {
    private Quickstart() {}

    /**
     * Plays the story and prints what everybody sees of it.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        play(new InMemoryStorage());
    }

    static void play(Storage storage) {
        var shop = new InboxId("shop");
        var footwear = new GroupId("footwear");
        var accessories = new GroupId("accessories");
        var ada = new AgentId("ada");
        var asha = new AgentId("asha");
        var bo = new AgentId("bo");
        var sam = new AgentId("sam");
        var carl = new CustomerId("carl");

        // The host brings its people, and its storage: in memory, or in PostgreSQL.
        var people = new InMemoryDirectory()
                .add(ada, "Ada", person -> person.role(shop, InboxRole.ADMIN))
                .add(asha, "Asha", person -> person.groups(footwear))
                .add(bo, "Bo", person -> person.groups(accessories))
                .add(sam, "Sam", person -> person.groups(accessories));
        var collab = Collab.builder().storage(storage).directory(people).build();

        // An admin switches collaboration on; a customer writes; an agent takes the chat from the queue.
        collab.admin(ada).inbox(shop).enableCollaboration().orElseThrow();
        var request = OpenRequest.of(shop, Channel.LIVE_CHAT, "Do the boots run small? And which charger fits?");
        var chat = collab.customer(carl)
                .open(request.forGroup(footwear).from("Carl"))
                .orElseThrow();
        collab.agent(asha).claim(chat).orElseThrow();
        collab.agent(asha).reply(chat, "Take one size up.").orElseThrow();

        // She adds a colleague of another group, who writes her a note and answers the customer.
        collab.agent(asha).addCollaborator(chat, bo).ifRejected(no -> System.out.println("not added: " + no.reason()));
        collab.agent(bo).note(chat, "The USB-C one; the old model is recalled.").orElseThrow();
        collab.agent(bo).reply(chat, "The USB-C charger fits.").orElseThrow();

        print("Asha, the assignee,", collab.agent(asha), chat);
        print("Bo, the collaborator,", collab.agent(bo), chat);
        print("Sam, of Bo's group,", collab.agent(sam), chat);
        System.out.println("Carl, the customer, sees");
        for (var entry : collab.customer(carl)
                .messages(chat, Page.newest(20))
                .orElseThrow()
                .entries()) {
            var from = entry.fold(message -> "you", reply -> reply.from());
            System.out.println("  " + from + ": " + entry.text().orElse("(redacted)"));
        }
    }

    private static void print(String who, AgentDesk desk, ConversationId chat) {
        System.out.println(who + " sees");
        var timeline = desk.timeline(chat, Page.newest(20));
        if (timeline instanceof Outcome.Rejected<Slice<AgentEntry>> no) {
            System.out.println("  nothing: " + no.reason());
            return;
        }
        for (var entry : timeline.orElseThrow().entries()) {
            System.out.println("  " + entry.author().name() + line(entry));
        }
    }

    private static String line(AgentEntry entry) {
        return entry.fold(
                message -> ": " + message.text().orElse("(redacted)"),
                reply -> ": " + reply.text().orElse("(redacted)"),
                note -> ", note: " + note.text().orElse("(redacted)"),
                event -> " (" + event.kind()
                        + event.agent().map(agent -> " " + agent).orElse("") + ")");
    }
}
