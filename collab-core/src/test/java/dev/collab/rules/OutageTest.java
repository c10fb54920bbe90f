package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.collab.AgentDesk;
import dev.collab.CandidateSearch;
import dev.collab.conversation.Page;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.outcome.DirectoryUnavailableException;
import dev.collab.spi.Directory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutageTest {
    private static final ConversationId NOWHERE = new ConversationId("nowhere");

    private final RuntimeException outage = new IllegalStateException("ldap.example.org refused the connection");
    private final Shop shop = Shop.open();

    static Stream<Desks.Row<AgentDesk>> agentRows() {
        return Desks.agent().stream();
    }

    @ParameterizedTest(name = "B-59 {0} fails while the directory does not answer")
    @MethodSource("agentRows")
    @DisplayName(
            "B-59 when the directory fails, every act and read of an agent fails, can be retried, and changed nothing")
    void agentsWait(Desks.Row<AgentDesk> row) {
        var chat = shop.assignedWith(Shop.BO);
        var before = Story.stored(shop, chat);
        shop.people.failWith(outage);

        for (var agent : List.of(Shop.ASHA, Shop.BO, Shop.ADA, Shop.ZED, Shop.NOBODY)) {
            var known = failure(row, agent, chat);
            var unknown = failure(row, agent, NOWHERE);

            assertThat(known.isRetryable()).isTrue();
            assertThat(unknown).hasToString(known.toString());
            assertThat(unknown.getCause()).isEqualTo(known.getCause()).isEqualTo(outage);
        }
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    private DirectoryUnavailableException failure(Desks.Row<AgentDesk> row, AgentId agent, ConversationId id) {
        var failure = catchThrowableOfType(DirectoryUnavailableException.class, () -> row.on(shop.agent(agent), id));
        assertThat(failure).as("%s of %s", agent, id).isNotNull();
        return failure;
    }

    @Test
    @DisplayName("B-59 when the directory fails, an admin cannot read or change settings")
    void adminsWait() {
        var before = shop.settings();
        shop.people.failWith(outage);

        assertThatThrownBy(() -> shop.admin().settings()).isInstanceOf(DirectoryUnavailableException.class);
        assertThatThrownBy(() -> shop.admin().disableCollaboration()).isInstanceOf(DirectoryUnavailableException.class);
        assertThatThrownBy(() -> shop.admin().change(before)).isInstanceOf(DirectoryUnavailableException.class);
        assertThatThrownBy(() -> shop.admin().history(Long.MAX_VALUE, 1))
                .isInstanceOf(DirectoryUnavailableException.class);

        assertThat(shop.settings()).isEqualTo(before);
    }

    @Test
    @DisplayName("B-59 when the directory fails, customers go on: they open, write, reopen and read")
    void customersGoOn() {
        var ticket = shop.assignedTicket();
        shop.agent(Shop.ASHA).reply(ticket, "They run small.").orElseThrow();
        shop.agent(Shop.ASHA).resolve(ticket).orElseThrow();
        shop.people.failWith(outage);

        shop.customer().write(ticket, "And the laces?").orElseThrow();
        var opened = shop.customer()
                .open(Shop.INBOX, Channel.LIVE_CHAT, "Is anybody there?")
                .orElseThrow();

        assertThat(Story.customerTexts(shop, ticket)).endsWith("They run small.", "And the laces?");
        assertThat(shop.customer().view(ticket).orElseThrow().status()).hasToString("OPEN");
        assertThat(Story.customerTexts(shop, opened)).containsExactly("Is anybody there?");
    }

    @Test
    @DisplayName("B-59 once the directory answers again, the same call passes")
    void theSameCallPassesLater() {
        var chat = shop.assigned();
        shop.people.failWith(outage);
        assertThatThrownBy(() -> shop.agent(Shop.ASHA).reply(chat, "They run small."))
                .isInstanceOf(DirectoryUnavailableException.class);

        shop.people.recover();

        assertThat(shop.agent(Shop.ASHA).reply(chat, "They run small.").isDone())
                .isTrue();
    }

    @Test
    @DisplayName("B-59 a directory that finds people but cannot search fails the search only")
    void onlyTheSearchFails() {
        var chat = shop.assigned();
        var desk = shop.host(builder -> builder.directory(new Directory() {
                    @Override
                    public Map<AgentId, AgentProfile> find(Set<AgentId> agents) {
                        return shop.people.find(agents);
                    }

                    @Override
                    public List<AgentProfile> search(CandidateQuery query) {
                        throw outage;
                    }
                }))
                .agent(Shop.ASHA);

        assertThatThrownBy(() -> desk.candidates(chat, CandidateSearch.of("", 10)))
                .isInstanceOf(DirectoryUnavailableException.class);
        assertThat(desk.timeline(chat, Page.newest(10)).isDone()).isTrue();
    }
}
