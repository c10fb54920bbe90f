package dev.collab.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.Added;
import dev.collab.conversation.Conversation;
import dev.collab.conversation.Page;
import dev.collab.model.Commit;
import dev.collab.model.ConversationHead;
import dev.collab.model.EntryKind;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.Details;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.properties.Interleavings.Check;
import dev.collab.properties.Interleavings.Gate;
import dev.collab.properties.Interleavings.Run;
import dev.collab.spi.CommitResult;
import dev.collab.spi.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs two who act at the same time on two hosts, in every order their calls can come in. */
class InterleavingTest {
    private Captured races;

    @BeforeEach
    void quieten() {
        races = new Captured();
    }

    @AfterEach
    void letThemSpeak() {
        races.close();
    }

    @Test
    @DisplayName("B-12 P-25 of two adds for the last place one is admitted, in every order")
    void oneGetsTheLastPlace() {
        int schedules = Interleavings.explore(gate -> {
            var duo = new Duo(stopping(gate)).claimed().limitedTo(1);
            return both(
                    () -> duo.one.agent(Duo.ASHA).addCollaborator(duo.chat, Duo.BO),
                    () -> duo.two.agent(Duo.SUE).addCollaborator(duo.chat, Duo.DOT),
                    outcomes -> {
                        assertThat(outcomes.stream().map(Duo::reason))
                                .containsExactlyInAnyOrder(Optional.empty(), Optional.of(Reason.LIMIT_REACHED));
                        assertThat(head(duo).collaborations()).hasSize(1);
                    });
        });

        assertThat(schedules).isGreaterThan(50);
    }

    @Test
    @DisplayName("B-10 two who add the same agent add one collaboration, in every order")
    void addedTwiceIsOneCollaboration() {
        Interleavings.explore(gate -> {
            var duo = new Duo(stopping(gate)).claimed();
            return both(
                    () -> duo.one.agent(Duo.ASHA).addCollaborator(duo.chat, Duo.BO),
                    () -> duo.two.agent(Duo.SUE).addCollaborator(duo.chat, Duo.BO),
                    outcomes -> {
                        var added =
                                outcomes.stream().map(InterleavingTest::added).toList();
                        assertThat(added.get(0).collaboration())
                                .isEqualTo(added.get(1).collaboration());
                        assertThat(added.stream().map(Added::known)).containsExactlyInAnyOrder(true, false);
                        assertThat(duo.entries(EntryKind.COLLABORATION_STARTED)).hasSize(1);
                    });
        });
    }

    @Test
    @DisplayName("B-32 an add and a remove at the same time end as the timeline says")
    void addAndRemoveSerialise() {
        Interleavings.explore(gate -> {
            var duo = new Duo(stopping(gate)).claimed().adding(Duo.BO);
            return both(
                    () -> duo.one.agent(Duo.ASHA).addCollaborator(duo.chat, Duo.BO),
                    () -> duo.two.agent(Duo.SUE).removeCollaborator(duo.chat, Duo.BO),
                    outcomes -> {
                        boolean isOnIt = head(duo).collaborationOf(Duo.BO).isPresent();
                        assertThat(Duo.reason(outcomes.get(1))).isEmpty();
                        assertThat(isOnIt).isEqualTo(!added(outcomes.get(0)).known());
                        assertThat(isOnIt).isEqualTo(newest(duo).kind() == EntryKind.COLLABORATION_STARTED);
                        assertThat(Conversation.fold(duo.world.entries(0))).isEqualTo(head(duo));
                    });
        });
    }

    @Test
    @DisplayName("B-65 of two who claim one wins, and the other learns who")
    void oneOfTwoClaims() {
        Interleavings.explore(gate -> {
            var duo = new Duo(stopping(gate));
            return both(
                    () -> duo.one.agent(Duo.ASHA).claim(duo.chat),
                    () -> duo.two.agent(Duo.BEN).claim(duo.chat),
                    outcomes -> {
                        var winner = head(duo).assignee();
                        var loser = outcomes.get(Duo.ASHA.equals(winner) ? 1 : 0);
                        assertThat(loser)
                                .isEqualTo(
                                        Outcome.rejected(Reason.ALREADY_ASSIGNED, new Details.Agents(List.of(winner))));
                        assertThat(duo.entries(EntryKind.ASSIGNED)).hasSize(1);
                    });
        });
    }

    @Test
    @DisplayName("B-28 P-8 a reply that is not committed before the removal of its author is refused")
    void noReplyAfterTheRemoval() {
        Interleavings.explore(gate -> {
            var duo = new Duo(stopping(gate)).claimed().adding(Duo.BO);
            return both(
                    () -> duo.one.agent(Duo.BO).reply(duo.chat, "It fits."),
                    () -> duo.two.agent(Duo.ASHA).removeCollaborator(duo.chat, Duo.BO),
                    outcomes -> {
                        boolean replied = Duo.reason(outcomes.get(0)).isEmpty();
                        assertThat(Duo.reason(outcomes.get(0)))
                                .isIn(Optional.empty(), Optional.of(Reason.UNKNOWN_CONVERSATION));
                        assertThat(duo.entries(EntryKind.REPLY)).hasSize(replied ? 1 : 0);
                        assertThat(newest(duo).kind()).isEqualTo(EntryKind.COLLABORATION_ENDED);
                    });
        });
    }

    @Test
    @DisplayName("B-56 P-7 P-8 a removed collaborator never reads what was written after the removal")
    void nothingAfterTheRemovalIsRead() {
        Interleavings.explore(gate -> {
            var duo = new Duo(stopping(gate)).claimed().adding(Duo.BO);
            return both(
                    () -> duo.one.agent(Duo.BO).timeline(duo.chat, Page.newest(50)),
                    () -> {
                        duo.two
                                .agent(Duo.ASHA)
                                .removeCollaborator(duo.chat, Duo.BO)
                                .orElseThrow();
                        gate.note("removed");
                        return duo.two.agent(Duo.ASHA).note(duo.chat, "Between us.");
                    },
                    outcomes -> {
                        boolean after = gate.last("0 conversations.load") > gate.last("removed");
                        assertThat(Duo.reason(outcomes.get(0)))
                                .isEqualTo(after ? Optional.of(Reason.UNKNOWN_CONVERSATION) : Optional.empty());
                        assertThat(outcomes.get(0).toString()).doesNotContain("Between us");
                    });
        });
    }

    @Test
    @DisplayName("B-7 P-16 an add is decided on the settings that are current at its commit")
    void anAddIsDecidedOnCurrentSettings() {
        explorePolicyChange(UnaryOperator.identity());
    }

    @Test
    @DisplayName("P-16 a store that does not compare the revision of the settings is found")
    void settingsThatAreNotComparedAreFound() {
        assertThatThrownBy(() -> explorePolicyChange(InterleavingTest::careless))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("schedule [");
    }

    @Test
    @DisplayName("B-38 P-4 a note never makes the customer's message fail")
    void aNoteNeverStopsTheCustomer() {
        Interleavings.explore(gate -> {
            var duo = new Duo(stopping(gate)).claimed();
            return both(
                    () -> duo.one.agent(Duo.ASHA).note(duo.chat, "A wide foot."),
                    () -> duo.two.customer(World.CARL).write(duo.chat, "Hello?"),
                    outcomes -> {
                        assertThat(outcomes)
                                .allMatch(outcome -> Duo.reason(outcome).isEmpty());
                        assertThat(duo.entries(EntryKind.NOTE)).hasSize(1);
                        assertThat(duo.entries(EntryKind.CUSTOMER_MESSAGE)).hasSize(2);
                    });
        });
    }

    @Test
    @DisplayName("B-58 P-16 an agent deactivated before the attempt that counts had asked everybody is refused")
    void theDirectoryIsAskedAnewPerAttempt() {
        Interleavings.explore(gate -> {
            var duo = new Duo(stopping(gate)).claimed().adding(Duo.BO);
            return new Run(
                    List.of(
                            () -> duo.one.agent(Duo.BO).reply(duo.chat, "It fits."),
                            () -> {
                                gate.stop("deactivate");
                                return duo.world.people.deactivate(Duo.BO);
                            },
                            () -> duo.two.customer(World.CARL).write(duo.chat, "Hello?")),
                    outcomes -> {
                        boolean before = gate.last("1 deactivate")
                                < Math.max(gate.last("0 conversations.load"), gate.last("0 directory.find"));
                        assertThat(Duo.reason(outcomes.get(0)))
                                .isEqualTo(before ? Optional.of(Reason.UNKNOWN_CONVERSATION) : Optional.empty());
                    });
        });
    }

    private static void explorePolicyChange(UnaryOperator<Storage> below) {
        Interleavings.explore(gate -> {
            var atCommit = new ArrayList<Long>();
            var duos = new ArrayList<Duo>();
            Ports.Watcher watcher = (name, arguments, call) -> {
                gate.stop(name);
                var result = call.call();
                if (result == CommitResult.COMMITTED) {
                    atCommit.add(duos.get(0).world.settings().revision());
                }
                return result;
            };
            duos.add(new Duo(watcher, below).claimed());
            var duo = duos.get(0);
            return both(
                    () -> duo.one.agent(Duo.ASHA).addCollaborator(duo.chat, Duo.BO),
                    () -> duo.two.admin(Duo.ADA).inbox(World.SHOP).disableCollaboration(),
                    outcomes -> {
                        assertThat(Duo.reason(outcomes.get(0)))
                                .isIn(Optional.empty(), Optional.of(Reason.COLLABORATION_OFF));
                        assertThat(duo.entries(EntryKind.COLLABORATION_STARTED).stream()
                                        .map(TimelineEntry::settingsRevision))
                                .isEqualTo(atCommit);
                        assertThat(Duo.reason(duo.world.collab.agent(Duo.BO).view(duo.chat)))
                                .contains(Reason.UNKNOWN_CONVERSATION);
                    });
        });
    }

    /** Commits whatever the settings are by now. */
    private static Storage careless(Storage real) {
        return Ports.storage(real, (name, arguments, call) -> {
            if (!name.equals("conversations.commit")) {
                return call.call();
            }
            var commit = (Commit) arguments.get(0);
            return real.conversations()
                    .commit(new Commit(
                            commit.head(),
                            commit.expectedRevision(),
                            real.inboxes().load(commit.head().inbox()).revision(),
                            commit.otherSettings(),
                            commit.entries(),
                            commit.redactions(),
                            commit.ended(),
                            commit.notifications(),
                            commit.receipt()));
        });
    }

    private static Ports.Watcher stopping(Gate gate) {
        return (name, arguments, call) -> {
            gate.stop(name);
            return call.call();
        };
    }

    private static Run both(Callable<?> one, Callable<?> other, Check check) {
        return new Run(List.of(one, other), check);
    }

    private static Added added(Object outcome) {
        return (Added) ((Outcome<?>) outcome).orElseThrow();
    }

    private static ConversationHead head(Duo duo) {
        return duo.world.head();
    }

    private static TimelineEntry newest(Duo duo) {
        var entries = duo.world.entries(0);
        return entries.get(entries.size() - 1);
    }
}
