package dev.collab.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.spi.Outbox.Claim;
import dev.collab.spi.Outbox.Failure;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("A notification of a kind that only newer hosts know")
class NewerKindsTest {
    private final String schema = Server.freshSchema();
    private final PostgresStorage storage =
            PostgresStorage.of(ConnectionSource.of(Server.dataSource())).inSchema(schema);
    private final JdbcTemplate jdbc = new JdbcTemplate(Server.dataSource());

    /** Bo is told twice, first of the add, in a way this version does not know, and Asha of a message. */
    @BeforeEach
    void tellThem() {
        var shop = Shop.open(storage);
        var chat = shop.assigned();
        shop.collab.agent(Shop.ASHA).addCollaborator(chat, Shop.BO).orElseThrow();
        shop.collab.customer(Shop.CARL).write(chat, "Still there?").orElseThrow();
        assertThat(jdbc.update("UPDATE " + schema + ".collab_outbox SET kind = 'HOLOGRAM' WHERE kind = 'ADDED'"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("P-40 P-45 is left to them, with what comes after it in its line, and delays nobody else")
    void leftAlone() {
        var claims = claimed();

        assertThat(claims)
                .isNotEmpty()
                .extracting(claim -> claim.notification().recipient())
                .doesNotContain("bo");
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM " + schema + ".collab_outbox WHERE recipient = 'bo' AND claimer IS NULL",
                        Long.class))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("P-45 is not shown among the parked, and the others are")
    void parked() {
        var first = claimed().get(0).notification().id();
        storage.outbox().fail(first, "relay", new Failure(null));
        jdbc.update("UPDATE " + schema + ".collab_outbox SET parked = true WHERE kind = 'HOLOGRAM'");

        assertThat(storage.outbox().parked(null, 10))
                .extracting(claim -> claim.notification().id())
                .containsExactly(first);
    }

    private List<Claim> claimed() {
        return storage.outbox().claim("relay", Instant.MAX, Instant.MAX, 10);
    }
}
