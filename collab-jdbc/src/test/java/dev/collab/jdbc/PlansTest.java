package dev.collab.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.Author;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationId;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.CollaborationState;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationScope;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.Level;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.model.Work;
import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.CountQuery;
import dev.collab.spi.IdQuery;
import dev.collab.spi.Storage;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Among 1,000,000 entries and 100,000 conversations")
class PlansTest {
    private static final int PAGE = 50;
    /** Ranges of which each may give a page: places of a list, inboxes, groups, lanes. */
    private static final int RANGES = 4;

    private static final ConversationId BIG = new ConversationId("chat-100000");
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final String SCHEMA = Server.freshSchema();

    @BeforeAll
    static void fill() throws IOException, SQLException {
        try (var script = PlansTest.class.getResourceAsStream("/volume.sql");
                var connection = Server.dataSource().getConnection();
                var statement = connection.createStatement()) {
            assertThat(script).isNotNull();
            var grant = new Collaboration(
                    new CollaborationId("grant"),
                    new AgentId("bo"),
                    "Bo",
                    new Author(ActorKind.AGENT, "asha", "Asha"),
                    CollaborationOrigin.ADDED,
                    null,
                    null,
                    Level.RESPONDER,
                    0,
                    0,
                    0,
                    false,
                    CollaborationState.ACTIVE,
                    NOW,
                    null,
                    Work.NONE);
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${schema}", SCHEMA)
                    .replace("${grant}", JsonText.objectOf(grant, GrantDocument::write))
                    .replace(
                            "${settings}",
                            JsonText.objectOf(
                                    InboxSettings.untouched(new InboxId("inbox-0")), SettingsDocument::write)));
        }
    }

    @Test
    @DisplayName(
            "B-52 a page of a timeline costs the page, for a customer and a collaborator who see none of the last 10,000")
    void timelines() {
        for (var direction : Direction.values()) {
            long start = direction == Direction.ASCENDING ? 0 : Long.MAX_VALUE;
            pageOnly(storage -> read(storage, customers(), direction, start));
            pageOnly(storage -> read(storage, agents("bo", Audience.PUBLIC, Audience.AGENTS), direction, start));
            pageOnly(storage -> read(
                    storage, agents("asha", Audience.PUBLIC, Audience.AGENTS, Audience.ASSIGNEE), direction, start));
            pageOnly(storage -> read(storage, agents("bo", Audience.PUBLIC, Audience.AGENTS), direction, 450_000));
        }
        for (var numbering : Numbering.values()) {
            pageOnly(storage -> assertThat(storage.newest()
                            .load(BIG, numbering, PAGE)
                            .orElseThrow()
                            .newest())
                    .hasSize(PAGE));
        }
    }

    @Test
    @DisplayName("B-57 a count costs what it counts")
    void counts() {
        var query = new CountQuery(BIG, agents("bo", Audience.PUBLIC, Audience.AGENTS), 100_000, PAGE);

        pageOnly(storage ->
                assertThat(storage.conversations().count(List.of(query))).containsExactly(PAGE));
        pageOnly(storage -> storage.conversations().count(Collections.nCopies(3, query)), PAGE * 3 * 3);
    }

    @Test
    @DisplayName("B-57 a page of a list costs the page, whoever looks, the next page too")
    void lists() {
        var admin = scope("ada", Set.of(), Set.of(), Set.of("inbox-0"));
        var supervisor = scope("sue", Set.of("group-7"), Set.of("inbox-2"), Set.of());
        for (var query : List.of(
                query(scope("agent-7", Set.of(), Set.of(), Set.of()), ListKind.MINE),
                query(scope("helper-1", Set.of(), Set.of(), Set.of()), ListKind.COLLABORATING),
                query(scope("fay", Set.of("group-10"), Set.of(), Set.of()), ListKind.QUEUE),
                query(admin, ListKind.QUEUE),
                query(admin, ListKind.ALL),
                query(supervisor, ListKind.ALL))) {
            pageOnly(storage -> {
                var page = storage.conversations().find(query);
                assertThat(page).as("%s", query).isNotEmpty();
                var last = page.get(page.size() - 1).head();
                storage.conversations()
                        .find(new ConversationQuery(
                                query.scope(),
                                query.list(),
                                query.statuses(),
                                new ConversationQuery.Position(last.lastActivityAt(), last.id()),
                                PAGE));
            });
        }
        pageOnly(storage -> storage.conversations().find(query(customer(), ListKind.ALL)));
    }

    @Test
    @DisplayName("B-41 P-16 what a command loads, and what is listed for sweeps and reports, costs what it gives")
    void others() {
        pageOnly(storage -> assertThat(storage.conversations().load(BIG, null)).isPresent());
        pageOnly(storage -> storage.conversations().overdue(NOW, PAGE));
        pageOnly(storage -> storage.conversations().ids(IdQuery.of(new InboxId("inbox-1"), null, PAGE)));
        pageOnly(storage -> storage.conversations().ids(IdQuery.of(new CustomerId("customer-7"), null, PAGE)));
        pageOnly(storage ->
                storage.collaborations().find(new CollaborationQuery(null, BIG, Instant.MIN, Instant.MAX, null, PAGE)));
    }

    @Test
    @DisplayName("P-44 without its index each of them is found to cost more")
    void controls() throws SQLException {
        expensiveWithout(
                "collab_entry_customer", storage -> read(storage, customers(), Direction.DESCENDING, Long.MAX_VALUE));
        expensiveWithout(
                "collab_entry_audience",
                storage -> read(storage, agents("bo", Audience.AGENTS), Direction.DESCENDING, Long.MAX_VALUE));
        expensiveWithout(
                "collab_listed_assignee",
                storage -> storage.conversations()
                        .find(query(scope("agent-7", Set.of(), Set.of(), Set.of()), ListKind.MINE)));
    }

    private static void expensiveWithout(String index, Consumer<Storage> read) throws SQLException {
        try (var connection = Server.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("DROP INDEX " + SCHEMA + "." + index);
            }
            var plans = new Plans();
            var explained = plans.over(connection);
            read.accept(PostgresStorage.of(ConnectionSource.joining(() -> explained))
                    .inSchema(SCHEMA));
            connection.rollback();

            assertThat(plans.all)
                    .anySatisfy(plan -> assertThat(plan.problems(PAGE * RANGES)).isNotEmpty());
        }
    }

    private static void pageOnly(Consumer<Storage> read) {
        pageOnly(read, PAGE * RANGES);
    }

    private static void pageOnly(Consumer<Storage> read, int most) {
        try (var connection = Server.dataSource().getConnection()) {
            var plans = new Plans();
            read.accept(PostgresStorage.of(ConnectionSource.of(Lent.of(plans.over(connection))))
                    .inSchema(SCHEMA));
            assertThat(plans.all).isNotEmpty();
            for (var plan : plans.all) {
                var problems = plan.problems(most);
                assertThat(problems).as("%s in%n%s", problems, plan).isEmpty();
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void read(Storage storage, TimelineScope scope, Direction direction, long start) {
        var page = storage.conversations().read(new TimelineQuery(BIG, scope, direction, start, PAGE));
        assertThat(page)
                .hasSize(PAGE)
                .allSatisfy(entry -> assertThat(scope.admits(entry)).isTrue());
    }

    private static TimelineScope customers() {
        return new TimelineScope(
                List.of(new Lane(AudienceKey.of(Audience.PUBLIC), 0)), Long.MAX_VALUE, Numbering.CUSTOMER);
    }

    private static TimelineScope agents(String reader, Audience... audiences) {
        var lanes = new ArrayList<>(Arrays.stream(audiences)
                .map(audience -> new Lane(AudienceKey.of(audience), 0))
                .toList());
        lanes.add(new Lane(AudienceKey.of(new AgentId(reader)), 0));
        return new TimelineScope(lanes, 900_000, Numbering.AGENTS);
    }

    private static ConversationScope customer() {
        return new ConversationScope(null, new CustomerId("customer-7"), NOW, Set.of(), Set.of(), Set.of(), Set.of());
    }

    private static ConversationScope scope(
            String agent, Set<String> groups, Set<String> supervised, Set<String> administered) {
        return new ConversationScope(
                new AgentId(agent),
                null,
                NOW,
                groups.stream().map(GroupId::new).collect(Collectors.toSet()),
                supervised.stream().map(InboxId::new).collect(Collectors.toSet()),
                administered.stream().map(InboxId::new).collect(Collectors.toSet()),
                Set.of());
    }

    private static ConversationQuery query(ConversationScope scope, ListKind list) {
        return new ConversationQuery(scope, list, EnumSet.allOf(ConversationStatus.class), null, PAGE);
    }
}
