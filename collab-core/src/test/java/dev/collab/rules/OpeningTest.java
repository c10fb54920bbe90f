package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.conversation.OpenRequest;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.CommandKey;
import dev.collab.model.EntryKind;
import dev.collab.outcome.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private static final CommandKey KEY = new CommandKey("key");
    private static final OpenRequest BOOTS = OpenRequest.of(Shop.INBOX, Channel.LIVE_CHAT, "Boots in 42?");

    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-41 opening again with the same content gives the same conversation, once")
    void openingAgainGivesTheSame() {
        var first = shop.customer().keyed(KEY).open(BOOTS).orElseThrow();
        shop.time.advance(Duration.ofHours(1));
        var before = Story.stored(shop, first);

        var again = shop.customer().keyed(KEY).open(BOOTS).orElseThrow();

        assertThat(again).isEqualTo(first);
        assertThat(Story.stored(shop, first)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-41 opening with other content under the same key is ID_CONFLICT")
    void otherContentConflicts() {
        var first = shop.customer().keyed(KEY).open(BOOTS).orElseThrow();
        var before = Story.stored(shop, first);
        var desk = shop.customer().keyed(KEY);

        assertThat(Stream.of(
                        OpenRequest.of(Shop.INBOX, Channel.LIVE_CHAT, "Boots in 43?"),
                        OpenRequest.of(Shop.INBOX, Channel.EMAIL_TICKET, "Boots in 42?"),
                        OpenRequest.of(Shop.INBOX, Channel.LIVE_CHAT, " "),
                        BOOTS.forGroup(Shop.FOOTWEAR),
                        BOOTS.about(new CaseFacts(null, Set.of("boots"), Map.of())),
                        BOOTS.from("Carl"),
                        BOOTS.subject("Boots")))
                .allSatisfy(other -> assertThat(Shop.reason(desk.open(other))).isEqualTo(Reason.ID_CONFLICT));
        assertThat(Story.stored(shop, first)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-41 the id follows from inbox, customer and key: another of them is another conversation")
    void theIdFollowsFromInboxCustomerAndKey() {
        var first = shop.customer().keyed(KEY).open(BOOTS).orElseThrow();

        var others = Stream.of(
                shop.collab.customer(Shop.DORA).keyed(KEY).open(BOOTS),
                shop.customer().keyed(new CommandKey("other")).open(BOOTS),
                shop.customer().keyed(KEY).open(Shop.ELSEWHERE, Channel.LIVE_CHAT, "Boots in 42?"),
                shop.customer().open(BOOTS),
                shop.customer().open(BOOTS));

        assertThat(others.map(other -> other.orElseThrow()))
                .hasSize(5)
                .doesNotHaveDuplicates()
                .doesNotContain(first);
    }

    @Test
    @DisplayName("B-41 a refused opening is not remembered")
    void aRefusedOpeningIsNotRemembered() {
        var desk = shop.customer().keyed(KEY);
        assertThat(Shop.reason(desk.open(Shop.INBOX, Channel.LIVE_CHAT, " "))).isEqualTo(Reason.TEXT_BLANK);

        assertThat(desk.open(BOOTS).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-41 opening again is answered by the first receipt, though the policy would refuse it now")
    void aStricterPolicyDoesNotUndoAnOpening() {
        var first = shop.customer().keyed(KEY).open(BOOTS).orElseThrow();

        shop.conversations(policy -> policy.withTextLimit(5));

        assertThat(shop.customer().keyed(KEY).open(BOOTS).orElseThrow()).isEqualTo(first);
    }

    @Test
    @DisplayName("B-41 opening never makes a second conversation of one key, also when the key was forgotten")
    void aForgottenKeyOpensNothingTwice() {
        var first = shop.customer().keyed(KEY).open(BOOTS).orElseThrow();
        shop.time.advance(Duration.ofDays(8));
        shop.storage.conversations().forgetReceipts(shop.time.instant(), 1_000);
        var before = Story.stored(shop, first);

        shop.customer().keyed(KEY).open(BOOTS);

        assertThat(Story.stored(shop, first)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-41 of the same opening sent by many at once one is done, and all get its conversation")
    void openingsRace() {
        var hosts = IntStream.range(0, 4)
                .mapToObj(number -> shop.host(builder -> builder))
                .toList();

        var sent = hosts.stream()
                .map(host -> CompletableFuture.supplyAsync(
                        () -> host.customer(Shop.CARL).keyed(KEY).open(BOOTS).orElseThrow()))
                .toList();

        var opened = sent.stream().map(CompletableFuture::join).distinct().toList();
        assertThat(opened).hasSize(1);
        assertThat(shop.entries(opened.get(0), EntryKind.CUSTOMER_MESSAGE)).hasSize(1);
    }
}
