package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.ELSEWHERE;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.NOBODY;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.ZED;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.InboxDesk;
import dev.collab.model.AgentId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;
import dev.collab.model.InboxSettings;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.SettingsChange;
import dev.collab.outcome.DirectoryUnavailableException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.CollaborationStore;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.InboxStore;
import dev.collab.spi.Outbox;
import dev.collab.spi.Storage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settings of an inbox")
class SettingsTest {
    private final Shop shop = Shop.untouched();

    @Test
    @DisplayName("B-1 are off at revision 0 until an admin changes them")
    void offAtRevisionZero() {
        assertThat(shop.admin().settings().orElseThrow()).isEqualTo(InboxSettings.untouched(INBOX));
        assertThat(shop.settings().collaboration().enabled()).isFalse();
        assertThat(history()).isEmpty();

        var enabled = shop.admin().enableCollaboration().orElseThrow();

        assertThat(enabled.collaboration().enabled()).isTrue();
        assertThat(enabled.revision()).isEqualTo(1);
        assertThat(shop.settings()).isEqualTo(enabled);
    }

    @Test
    @DisplayName("B-1 are audited: who, when, before, after; the newest change first")
    void audited() {
        var untouched = shop.settings();
        var switchedOn = shop.time.instant();
        var on = shop.admin().enableCollaboration().orElseThrow();
        var renamedAt = shop.time.advance(Duration.ofHours(1));
        var renamed = shop.admin().change(on.withPublicName("Shoes & more")).orElseThrow();

        assertThat(history())
                .containsExactly(
                        new SettingsChange(ADA, renamedAt, on, renamed),
                        new SettingsChange(ADA, switchedOn, untouched, on));
        assertThat(shop.admin().history(2, 10).orElseThrow()).hasSize(1);
        assertThat(shop.admin().history(Long.MAX_VALUE, 1).orElseThrow())
                .extracting(SettingsChange::after)
                .containsExactly(renamed);
    }

    @Test
    @DisplayName("B-1 leave no revision and no audit where nothing changes")
    void nothingChanges() {
        var on = shop.admin().enableCollaboration().orElseThrow();

        assertThat(shop.admin().enableCollaboration().orElseThrow()).isEqualTo(on);
        assertThat(shop.admin().change(on).orElseThrow()).isEqualTo(on);
        assertThat(history()).hasSize(1);
    }

    @Test
    @DisplayName("B-1 refuse an edit made from a revision that has moved")
    void stale() {
        var read = shop.admin().settings().orElseThrow();
        var on = shop.admin().enableCollaboration().orElseThrow();

        assertThat(reason(shop.admin().change(read.withPublicName("Shoes")))).isEqualTo(Reason.STALE_SETTINGS);
        assertThat(shop.settings()).isEqualTo(on);
        assertThat(history()).hasSize(1);
    }

    @Test
    @DisplayName("B-1 keep their own revision and epoch, whatever an edit says of the epoch")
    void epochIsNotEdited() {
        var on = shop.admin().enableCollaboration().orElseThrow();
        var forged = new InboxSettings(
                INBOX, on.revision(), 7, 9, shop.time.instant(), "Shoes", on.collaboration(), on.conversations());

        var changed = shop.admin().change(forged).orElseThrow();

        assertThat(changed.publicName()).isEqualTo("Shoes");
        assertThat(changed.epoch()).isZero();
        assertThat(changed.invitationEpoch()).isZero();
        assertThat(changed.epochSince()).isNull();
    }

    @Test
    @DisplayName("B-1 take no edit made for another inbox")
    void otherInbox() {
        var others = InboxSettings.untouched(ELSEWHERE);

        assertThatThrownBy(() -> shop.admin().change(others)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    @DisplayName("B-1 are read and changed by active admins of this inbox only, on every path")
    void adminsOnly() {
        var gone = new AgentId("gone");
        var other = new AgentId("other");
        shop.people.add(
                gone, "Gone", person -> person.role(INBOX, InboxRole.ADMIN).active(false));
        shop.people.add(other, "Other", person -> person.role(ELSEWHERE, InboxRole.ADMIN));
        var before = shop.admin().enableCollaboration().orElseThrow();

        for (var agent : List.of(SUE, ASHA, ZED, NOBODY, gone, other)) {
            assertThat(everyMethod(agent, before))
                    .as(agent.value())
                    .allSatisfy(outcome -> assertThat(reason(outcome)).isEqualTo(Reason.NOT_PERMITTED));
        }

        assertThat(shop.settings()).isEqualTo(before);
        assertThat(history()).hasSize(1);
    }

    private List<Outcome<?>> everyMethod(AgentId agent, InboxSettings now) {
        var desk = shop.collab.admin(agent).inbox(INBOX);
        return List.of(
                desk.settings(),
                desk.history(Long.MAX_VALUE, 10),
                desk.enableCollaboration(),
                desk.disableCollaboration(),
                desk.change(now.withPublicName("Mine")),
                desk.change(InboxSettings.untouched(INBOX).withPublicName("Mine")));
    }

    @Test
    @DisplayName("B-1 do not change while the directory cannot say who is an admin")
    void directoryDown() {
        shop.people.failWith(new IllegalStateException("down"));

        assertThatThrownBy(() -> shop.admin().enableCollaboration()).isInstanceOf(DirectoryUnavailableException.class);

        assertThat(shop.settings().revision()).isZero();
    }

    @Test
    @DisplayName("B-1 refuse an edit where somebody is faster between the look and the store")
    void fasterThanAnEdit() {
        var read = shop.admin().settings().orElseThrow();
        var slow = inbox(new Interrupted(() -> shop.admin().enableCollaboration()));

        assertThat(reason(slow.change(read.withPublicName("Shoes")))).isEqualTo(Reason.STALE_SETTINGS);

        assertThat(shop.settings().collaboration().enabled()).isTrue();
        assertThat(history()).hasSize(1);
    }

    @Test
    @DisplayName("B-1 are switched on although somebody is faster, and what they changed stays")
    void fasterThanEnabling() {
        var slow = inbox(new Interrupted(() ->
                shop.admin().change(shop.settings().withPublicName("Shoes")).orElseThrow()));

        var enabled = slow.enableCollaboration().orElseThrow();

        assertThat(enabled.publicName()).isEqualTo("Shoes");
        assertThat(enabled.collaboration().enabled()).isTrue();
        assertThat(enabled.revision()).isEqualTo(2);
        assertThat(history()).hasSize(2);
    }

    private InboxDesk inbox(InboxStore store) {
        return shop.host(builder -> builder.storage(new Storage() {
                    @Override
                    public ConversationStore conversations() {
                        return shop.storage.conversations();
                    }

                    @Override
                    public InboxStore inboxes() {
                        return store;
                    }

                    @Override
                    public CollaborationStore collaborations() {
                        return shop.storage.collaborations();
                    }

                    @Override
                    public Outbox outbox() {
                        return shop.storage.outbox();
                    }
                }))
                .admin(ADA)
                .inbox(INBOX);
    }

    /** Lets something else happen just before the first change is stored. */
    private final class Interrupted implements InboxStore {
        private final Runnable somethingElse;
        private boolean happened;

        Interrupted(Runnable somethingElse) {
            this.somethingElse = somethingElse;
        }

        @Override
        public InboxSettings load(InboxId inbox) {
            return shop.storage.inboxes().load(inbox);
        }

        @Override
        public boolean compareAndSet(SettingsChange change) {
            if (!happened) {
                happened = true;
                somethingElse.run();
            }
            return shop.storage.inboxes().compareAndSet(change);
        }

        @Override
        public List<SettingsChange> history(InboxId inbox, long belowRevision, int limit) {
            return shop.storage.inboxes().history(inbox, belowRevision, limit);
        }
    }

    @Test
    @DisplayName("B-1 are switched on once, however many admins do it at the same instant")
    void enabledTogether() {
        List<Callable<InboxSettings>> admins = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            admins.add(() -> shop.admin().enableCollaboration().orElseThrow());
        }

        assertThat(Together.run(admins)).containsOnly(shop.settings());
        assertThat(shop.settings().revision()).isEqualTo(1);
        assertThat(history()).hasSize(1);
    }

    @Test
    @DisplayName("B-1 lose no change to a concurrent one: revisions are dense and the history is complete")
    void noneLost() {
        int renamers = 3;
        int each = 200;
        List<Callable<List<InboxSettings>>> admins = new ArrayList<>();
        for (int number = 0; number < renamers; number++) {
            var name = "Shop " + number;
            admins.add(() -> renamed(name, each));
        }
        admins.add(() -> List.of(shop.admin().enableCollaboration().orElseThrow()));

        var acknowledged = Together.run(admins);

        int total = renamers * each + 1;
        var history = history();
        assertThat(acknowledged.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        history.stream().map(SettingsChange::after).toList());
        assertThat(history)
                .extracting(change -> change.after().revision())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, total)
                        .map(place -> total + 1 - place)
                        .boxed()
                        .toList());
        for (int place = 0; place + 1 < total; place++) {
            assertThat(history.get(place).before())
                    .isEqualTo(history.get(place + 1).after());
        }
        assertThat(shop.settings()).isEqualTo(history.get(0).after());
        assertThat(shop.settings().collaboration().enabled()).isTrue();
    }

    /** Reads, edits and tries again where somebody else was faster, as a form on a screen does. */
    private List<InboxSettings> renamed(String name, int times) {
        var done = new ArrayList<InboxSettings>();
        while (done.size() < times) {
            var edited = shop.admin().settings().orElseThrow().withPublicName(name + "." + done.size());
            shop.admin().change(edited).fold(done::add, no -> {
                assertThat(no.reason()).isEqualTo(Reason.STALE_SETTINGS);
                return false;
            });
        }
        return done;
    }

    private List<SettingsChange> history() {
        return shop.admin().history(Long.MAX_VALUE, 1_000).orElseThrow();
    }
}
