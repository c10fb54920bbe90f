package dev.collab.examples.helpdesk;

import dev.collab.AgentDesk;
import dev.collab.Collab;
import dev.collab.CustomerDesk;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.OpenRequest;
import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.outcome.Outcome;
import dev.collab.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells one conversation act by act, each a minute after the one before and under a key of its own. */
final class Telling {
    private final People people;
    private final String story;
    private final AtomicReference<Instant> clock;
    private final Collab collab;
    private int acts;
    private CustomerId customer = new CustomerId("nobody");
    private ConversationId conversation = new ConversationId("none");

    Telling(Storage storage, People people, String story, Instant start) {
        this.people = people;
        this.story = story;
        this.clock = new AtomicReference<>(start);
        this.collab = Collab.builder()
                .storage(storage)
                .directory(people.directory())
                .time(clock::get)
                .build();
    }

    static AgentId agent(String id) {
        return new AgentId(id);
    }

    Telling opens(String who, Channel channel, CaseFacts facts, @Nullable String subject, String text) {
        customer = new CustomerId(who);
        var request = OpenRequest.of(People.SHOP, channel, text)
                .about(facts)
                .from(people.name(customer).orElseThrow());
        conversation = ask(desk -> desk.open(subject == null ? request : request.subject(subject)));
        return this;
    }

    Telling writes(String text) {
        ask(desk -> desk.write(conversation, text));
        return this;
    }

    Telling claims(String who) {
        return act(who, desk -> desk.claim(conversation));
    }

    Telling replies(String who, String text) {
        return act(who, desk -> desk.reply(conversation, text));
    }

    Telling notes(String who, String text) {
        return note(who, NoteDraft.of(text));
    }

    Telling note(String who, NoteDraft draft) {
        return act(who, desk -> desk.note(conversation, draft));
    }

    Telling adds(String who, String whom, AddOptions options) {
        return act(who, desk -> desk.addCollaborator(conversation, agent(whom), options));
    }

    Telling invites(String who, GroupId group, String question) {
        return act(who, desk -> desk.inviteGroup(conversation, group, AddOptions.NONE.asking(question)));
    }

    Telling resolves(String who) {
        return act(who, desk -> desk.resolve(conversation));
    }

    void closes(String who) {
        act(who, desk -> desk.close(conversation));
    }

    private Telling act(String who, Function<AgentDesk, Outcome<?>> act) {
        act.apply(collab.agent(agent(who)).keyed(nextKey())).orElseThrow();
        return this;
    }

    private <T> T ask(Function<CustomerDesk, Outcome<T>> act) {
        return act.apply(collab.customer(customer).keyed(nextKey())).orElseThrow();
    }

    private CommandKey nextKey() {
        clock.updateAndGet(time -> time.plus(Duration.ofMinutes(1)));
        return new CommandKey("shop/" + story + "/" + acts++);
    }
}
