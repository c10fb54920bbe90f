package dev.collab.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.AgentDesk;
import dev.collab.CustomerDesk;
import dev.collab.ListRequest;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.Page;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.outcome.Outcome;
import dev.collab.spi.ConversationQuery.ListKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With autocommit each statement is one round trip; nothing else goes over the wire. */
@DisplayName("Round trips")
class RoundTripsTest {
    private static final String SCHEMA = Server.freshSchema();

    private final Watched watched = new Watched();
    private final PostgresStorage storage = PostgresStorage.of(ConnectionSource.of(watched.over(Server.dataSource())))
            .inSchema(SCHEMA)
            .forTenant(Server.freshName("tenant"));
    private final Shop shop = Shop.open(storage);

    private final ConversationId chat = shop.assigned();

    @Test
    @DisplayName("P-26 of a command are two, the load and the commit, however much it stores")
    void commands() {
        assertThat(of(customer -> customer.write(chat, "Hello?"))).isEqualTo(2);
        assertThat(agents(asha -> asha.reply(chat, "Hello."))).isEqualTo(2);
        assertThat(agents(asha -> asha.addCollaborator(chat, Shop.BO))).isEqualTo(2);
        assertThat(agents(asha -> asha.note(chat, "Look at this."))).isEqualTo(2);
        assertThat(agents(asha -> asha.removeCollaborator(chat, Shop.BO))).isEqualTo(2);
        assertThat(agents(asha -> asha.redact(chat, 4)))
                .as("it reads the entry as well")
                .isEqualTo(3);
        assertThat(agents(asha -> asha.resolve(chat))).isEqualTo(2);
        assertThat(agents(asha -> asha.reopen(chat))).isEqualTo(2);
        assertThat(agents(asha -> asha.release(chat))).isEqualTo(2);
        assertThat(agents(asha -> asha.claim(chat))).isEqualTo(2);
    }

    @Test
    @DisplayName("P-26 of an opening are three: the settings, whether it was opened before, and the commit")
    void opening() {
        assertThat(of(customer -> customer.open(OpenRequest.of(Shop.INBOX, Channel.LIVE_CHAT, "Hello?"))))
                .isLessThanOrEqualTo(3);
    }

    @Test
    @DisplayName("B-56 of the newest page of a timeline is one, and of an older page two, for everybody")
    void timelines() {
        assertThat(agents(asha -> asha.timeline(chat, Page.newest(50)))).isEqualTo(1);
        assertThat(agents(asha -> asha.timeline(chat, Page.from(0, 50)))).isEqualTo(2);
        assertThat(of(customer -> customer.messages(chat, Page.newest(50)))).isEqualTo(1);
        assertThat(of(customer -> customer.messages(chat, Page.from(0, 50)))).isEqualTo(2);
        assertThat(agents(asha -> asha.view(chat))).isEqualTo(1);
    }

    @Test
    @DisplayName("B-56 of the newest page are two for whom most of what was written last is not")
    void others() {
        agents(asha -> asha.addCollaborator(chat, Shop.BO));
        for (int note = 0; note < 10; note++) {
            agents(asha -> asha.note(chat, NoteDraft.of("For you.").toAssignee()));
        }

        assertThat(statements(() -> assertThat(shop.collab
                                .agent(Shop.BO)
                                .timeline(chat, Page.newest(3))
                                .orElseThrow()
                                .entries())
                        .hasSize(3)))
                .isEqualTo(2);
        assertThat(agents(asha -> asha.timeline(chat, Page.newest(3)))).isEqualTo(1);
    }

    @Test
    @DisplayName("B-57 of a page of a list is one, for the rows with what is unread in them")
    void lists() {
        for (var kind : ListKind.values()) {
            assertThat(statements(() -> shop.collab.agent(Shop.ASHA).conversations(kind, ListRequest.first(50))))
                    .isEqualTo(1);
        }
        assertThat(statements(() -> shop.collab.customer(Shop.CARL).conversations(ListRequest.first(50))))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("P-26 are counted: one statement more is seen")
    void control() {
        assertThat(agents(asha -> {
                    storage.inboxes().load(Shop.INBOX);
                    return asha.reply(chat, "Hello.");
                }))
                .isEqualTo(3);
        assertThat(watched.controlled).isSubsetOf("close");
    }

    private interface Act<D> {
        Outcome<?> of(D desk);
    }

    private int agents(Act<AgentDesk> act) {
        return statements(
                () -> assertThat(act.of(shop.collab.agent(Shop.ASHA)).isDone()).isTrue());
    }

    private int of(Act<CustomerDesk> act) {
        return statements(() ->
                assertThat(act.of(shop.collab.customer(Shop.CARL)).isDone()).isTrue());
    }

    private int statements(Runnable act) {
        watched.executed.clear();
        watched.controlled.clear();
        act.run();
        // A connection in autocommit is taken and given back; nothing is sent for it.
        assertThat(watched.controlled).containsOnly("close");
        return watched.executed.size();
    }
}
