package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.CHAT;
import static dev.collab.tck.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.Author;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationId;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.CollaborationState;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.model.ConversationHead.MergedInto;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.Level;
import dev.collab.model.TimelineEntry;
import dev.collab.model.Work;
import dev.collab.spi.CollaborationRecord;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.Storage;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether whatever a commit changes is stored, also if it changes nothing else. */
public abstract class ChangeSuite extends StorageSuite {
    private static final ConversationHead FIRST =
            Heads.open(CHAT.value()).granted("bo", 0, null).counting(new Counters(1, 1, 1, 1, 0));

    private static final ConversationHead OTHER = new ConversationHead(
            CHAT,
            new InboxId("bank"),
            new CustomerId("cora"),
            "Cora",
            Channel.EMAIL_TICKET,
            "About my card",
            new CaseFacts(new GroupId("cards"), Set.of("card"), Map.of("tier", "gold")),
            ConversationStatus.RESOLVED,
            new AgentId("asha"),
            3,
            Heads.open(CHAT.value()).granted("cy", 0, null).grants(),
            Heads.open(CHAT.value()).invited("di", NOW.plusSeconds(60)).invitations(),
            new ConversationId("earlier"),
            new MergedInto(new ConversationId("later"), 4),
            FIRST.counters(),
            NOW.minusSeconds(1),
            NOW.plusSeconds(1));

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected ChangeSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("B-68 B-69 is stored when it changes one thing of the head, there and back, whatever it is")
    void eachPartOfTheHead() {
        var storage = empty();
        Shown.commit(storage, Commits.first(CHAT).head(FIRST));

        Parts.eachOf(FIRST, OTHER, Set.of("id", "counters")).forEach((part, changed) -> {
            for (var next : List.of(changed, FIRST)) {
                var head = stored(storage, next);

                assertThat(Shown.head(storage, CHAT))
                        .as("the head, of which %s changed", part)
                        .isEqualTo(head);
                assertThat(Shown.list(
                                storage, ListViews.customer(head.customer().value())))
                        .as("the customer's list, when %s of the head changed", part)
                        .extracting(row -> row.head())
                        .containsExactly(head);
            }
        });
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("B-69 B-74 is stored when it changes one thing of a collaboration, there and back, whatever it is")
    void eachPartOfACollaboration() {
        var storage = empty();
        Shown.commit(storage, Commits.first(CHAT).head(FIRST));
        var bo = FIRST.collaborations().get(0);
        var cy = OTHER.collaborations().get(0);

        Parts.eachOf(bo, otherwise(bo), Set.of("id", "agent")).forEach((part, changed) -> {
            for (var next : List.of(changed, bo)) {
                stored(storage, Parts.with(FIRST, "collaborations", List.of(next, cy)));

                assertThat(Shown.collaborations(storage, CHAT))
                        .as("the collaborations, when %s of one changed", part)
                        .containsExactlyInAnyOrder(record(next), record(cy));
            }
        });
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.LISTS)
    @DisplayName("B-57 moves the conversation in the lists of all collaborators, whichever collaboration it changes")
    void movesForAll() {
        var storage = empty();
        var both = Heads.open(CHAT.value()).granted("bo", 0, null).granted("cy", 0, null);
        Shown.commit(storage, Commits.first(CHAT).head(both.counting(FIRST.counters())));
        var fixed = new ConversationId("fixed");
        var there = Heads.open(fixed.value()).granted("bo", 0, null).granted("cy", 0, null);
        Shown.commit(
                storage,
                Commits.first(fixed).head(there.active(NOW.plusSeconds(10)).counting(FIRST.counters())));

        for (var agent : List.of("bo", "cy")) {
            for (int seconds : List.of(20, 5, 30)) {
                var grants = both.grants().stream()
                        .map(one -> one.agent().value().equals(agent)
                                ? Parts.with(one, "work", new Work(seconds, 0, NOW))
                                : one)
                        .toList();
                stored(
                        storage,
                        both.granting(grants).active(NOW.plusSeconds(seconds)).counting(FIRST.counters()));

                for (var viewer : List.of("bo", "cy")) {
                    assertThat(storage.conversations()
                                    .find(ListViews.agent(viewer).list(ListKind.COLLABORATING)))
                            .as("the list of %s, after %s wrote %d seconds later", viewer, agent, seconds)
                            .extracting(row -> row.head().id())
                            .containsExactlyElementsOf(seconds > 10 ? List.of(CHAT, fixed) : List.of(fixed, CHAT));
                }
            }
        }
    }

    /** Stores a head as the next one of what is stored; gives it with its counters. */
    private static ConversationHead stored(Storage storage, ConversationHead next) {
        var before = Shown.head(storage, CHAT);
        var old = before.counters();
        var counters = new Counters(
                old.revision() + 1, old.entries(), old.customerEntries(), old.customerVersion(), old.newestPublic());
        var head = Parts.with(next, "counters", counters);
        Shown.commit(storage, Commits.after(before).head(head).entries(new TimelineEntry[0]));
        return head;
    }

    private static CollaborationRecord record(Collaboration one) {
        return new CollaborationRecord(FIRST.inbox(), CHAT, one, null, null);
    }

    private static Collaboration otherwise(Collaboration one) {
        return new Collaboration(
                new CollaborationId("another"),
                new AgentId("another"),
                "Bo the Second",
                new Author(ActorKind.AGENT, "cy", "Cy"),
                CollaborationOrigin.INVITED,
                new GroupId("cards"),
                "a rule",
                Level.ADVISER,
                one.sequence() + 1,
                one.fromSequence() + 1,
                one.epoch() + 1,
                !one.escalation(),
                CollaborationState.SUSPENDED,
                one.startedAt().plusSeconds(1),
                one.startedAt().plus(Duration.ofHours(1)),
                new Work(1, 2, NOW));
    }
}
