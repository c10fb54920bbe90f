package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.Collab;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.Page;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Something happens just before or after a call of the store. */
class SnapshotTest {
    private static final String SECRET = "Written after the removal";

    private final Shop shop = Shop.open();
    private final ConversationId chat = shop.assignedWith(Shop.BO);

    @Test
    @DisplayName("B-56 a removal between the load and the page hides from the removed what was written after it")
    void aRemovalHidesWhatComesAfterIt() {
        var host = interrupted("read", this::removeBoAndWrite);

        var seen = host.agent(Shop.BO).timeline(chat, Page.from(0, 100)).map(slice -> slice.entries());

        assertThat(shop.entries(chat)).anyMatch(entry -> SECRET.equals(entry.text()));
        assertThat(Story.texts(seen)).isNotEmpty().doesNotContain(SECRET);
    }

    @Test
    @DisplayName("B-56 so it does before the newest entries are read, and the decision about them")
    void aRemovalHidesWhatComesAfterTheNewest() {
        var host = interrupted("read", this::removeBoAndWrite);

        var seen = host.agent(Shop.BO).timeline(chat, Page.newest(100)).map(slice -> slice.entries());

        assertThat(shop.entries(chat)).anyMatch(entry -> SECRET.equals(entry.text()));
        assertThat(Story.texts(seen)).isNotEmpty().doesNotContain(SECRET);
    }

    @Test
    @DisplayName("B-45 B-52 what was written last for others is loaded and not shown")
    void theNewestAreDecidedOn() {
        shop.agent(Shop.ASHA).addCollaborator(chat, Shop.CY).orElseThrow();
        shop.agent(Shop.CY).note(chat, NoteDraft.of(SECRET).toAssignee()).orElseThrow();
        var loaded = new ArrayList<TimelineEntry>();
        var host = Story.host(shop, (called, arguments, real) -> {
            var answer = real.call();
            if (called.equals("read") && answer instanceof List<?> found) {
                found.forEach(entry -> loaded.add((TimelineEntry) entry));
            }
            return answer;
        });

        var seen = host.agent(Shop.BO).timeline(chat, Page.newest(100)).map(slice -> slice.entries());

        assertThat(loaded).anyMatch(entry -> SECRET.equals(entry.text()));
        assertThat(Story.texts(seen)).isNotEmpty().doesNotContain(SECRET);
        assertThat(Story.texts(
                        host.agent(Shop.ASHA).timeline(chat, Page.newest(100)).map(slice -> slice.entries())))
                .contains(SECRET);
    }

    @Test
    @DisplayName("B-56 also a page that goes on from a cursor hides it")
    void aCursorCarriesNoAuthority() {
        var newer = shop.agent(Shop.BO)
                .timeline(chat, Page.newest(100))
                .orElseThrow()
                .newer();
        var host = interrupted("read", this::removeBoAndWrite);

        var seen = host.agent(Shop.BO).timeline(chat, Page.at(newer, 100)).orElseThrow();

        assertThat(seen.entries()).isEmpty();
        assertThat(Shop.reason(shop.agent(Shop.BO).timeline(chat, Page.at(newer, 100))))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-56 a customer's page shows nothing newer than the version it was granted on")
    void aCustomersPageIsOfOneVersion() {
        var host = interrupted(
                "read", () -> shop.agent(Shop.ASHA).reply(chat, SECRET).orElseThrow());

        var seen = host.customer(Shop.CARL).messages(chat, Page.from(0, 100)).orElseThrow();

        assertThat(seen.entries()).hasSize(1);
        assertThat(shop.customer()
                        .messages(chat, Page.at(seen.newer(), 100))
                        .orElseThrow()
                        .entries())
                .hasSize(1);
    }

    @Test
    @DisplayName("B-56 the directory is asked after the load: who is deactivated in between sees nothing")
    void theDirectoryIsAskedAfterTheLoad() {
        var host = after("load", () -> shop.people.deactivate(Shop.BO));

        assertThat(Shop.reason(host.agent(Shop.BO).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-56 B-58 it is asked after the load of the newest entries too")
    void theDirectoryIsAskedAfterTheNewest() {
        var host = after("read", () -> shop.people.deactivate(Shop.BO));

        assertThat(Shop.reason(host.agent(Shop.BO).timeline(chat, Page.newest(9))))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-56 a reply that was decided before its author's removal does not pass after it")
    void aRemovalBeforeTheCommitRefuses() {
        var host = interrupted("commit", this::removeBoAndWrite);

        var refused = host.agent(Shop.BO).reply(chat, "Am I still here?");

        assertThat(Shop.reason(refused)).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.entries(chat, EntryKind.REPLY)).isEmpty();
    }

    @Test
    @DisplayName("B-56 an add that was decided before collaboration was switched off does not pass after it")
    void aChangeOfSettingsBeforeTheCommitRefuses() {
        var host =
                interrupted("commit", () -> shop.admin().disableCollaboration().orElseThrow());

        var refused = host.agent(Shop.ASHA).addCollaborator(chat, Shop.CY);

        assertThat(Shop.reason(refused)).isEqualTo(Reason.COLLABORATION_OFF);
        assertThat(shop.head(chat).collaborations())
                .noneMatch(grant -> grant.agent().equals(Shop.CY));
    }

    private void removeBoAndWrite() {
        shop.agent(Shop.ASHA).removeCollaborator(chat, Shop.BO).orElseThrow();
        shop.agent(Shop.ASHA).note(chat, SECRET).orElseThrow();
    }

    /** A host that lets something happen before its first call of a method. */
    private Collab interrupted(String method, Runnable event) {
        var happened = new AtomicBoolean();
        return Story.host(shop, (called, arguments, real) -> {
            if (called.equals(method) && happened.compareAndSet(false, true)) {
                event.run();
            }
            return real.call();
        });
    }

    /** A host that lets something happen after each call of a method. */
    private Collab after(String method, Runnable event) {
        return Story.host(shop, (called, arguments, real) -> {
            var answer = real.call();
            if (called.equals(method)) {
                event.run();
            }
            return answer;
        });
    }
}
