package dev.collab.tck.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.Added;
import dev.collab.conversation.Conversation;
import dev.collab.conversation.Page;
import dev.collab.model.ConversationHead;
import dev.collab.model.EntryKind;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.Details;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.CommitResult;
import dev.collab.spi.Storage;
import dev.collab.tck.model.Interleavings.Check;
import dev.collab.tck.model.Interleavings.Gate;
import dev.collab.tck.model.Interleavings.Run;
import dev.collab.tck.model.Interleavings.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Runs two who act at the same time on two hosts, in every order their calls can come in. */
final class Races {
    private Races() {}

    static Scenario oneGetsTheLastPlace(Supplier<Storage> empty) {
        return gate -> {
            var duo = new Duo(empty.get(), stopping(gate)).claimed().limitedTo(1);
            return both(
                    () -> duo.one.agent(Duo.ASHA).addCollaborator(duo.chat, Duo.BO),
                    () -> duo.two.agent(Duo.SUE).addCollaborator(duo.chat, Duo.DOT),
                    outcomes -> {
                        assertThat(outcomes.stream().map(Duo::reason))
                                .containsExactlyInAnyOrder(Optional.empty(), Optional.of(Reason.LIMIT_REACHED));
                        assertThat(head(duo).collaborations()).hasSize(1);
                    });
        };
    }

    static Scenario addedTwiceIsOneCollaboration(Supplier<Storage> empty) {
        return gate -> {
            var duo = new Duo(empty.get(), stopping(gate)).claimed();
            return both(
                    () -> duo.one.agent(Duo.ASHA).addCollaborator(duo.chat, Duo.BO),
                    () -> duo.two.agent(Duo.SUE).addCollaborator(duo.chat, Duo.BO),
                    outcomes -> {
                        var added = outcomes.stream().map(Races::added).toList();
                        assertThat(added.get(0).collaboration())
                                .isEqualTo(added.get(1).collaboration());
                        assertThat(added.stream().map(Added::known)).containsExactlyInAnyOrder(true, false);
                        assertThat(duo.entries(EntryKind.COLLABORATION_STARTED)).hasSize(1);
                    });
        };
    }

    static Scenario addAndRemoveSerialise(Supplier<Storage> empty) {
        return gate -> {
            var duo = new Duo(empty.get(), stopping(gate)).claimed().adding(Duo.BO);
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
        };
    }

    static Scenario oneOfTwoClaims(Supplier<Storage> empty) {
        return gate -> {
            var duo = new Duo(empty.get(), stopping(gate));
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
        };
    }

    static Scenario noReplyAfterTheRemoval(Supplier<Storage> empty) {
        return gate -> {
            var duo = new Duo(empty.get(), stopping(gate)).claimed().adding(Duo.BO);
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
        };
    }

    static Scenario nothingAfterTheRemovalIsRead(Supplier<Storage> empty) {
        return gate -> {
            var duo = new Duo(empty.get(), stopping(gate)).claimed().adding(Duo.BO);
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
                        boolean after = gate.last("0 newest.load") > gate.last("removed");
                        assertThat(Duo.reason(outcomes.get(0)))
                                .isEqualTo(after ? Optional.of(Reason.UNKNOWN_CONVERSATION) : Optional.empty());
                        assertThat(outcomes.get(0).toString()).doesNotContain("Between us");
                    });
        };
    }

    static Scenario aNoteNeverStopsTheCustomer(Supplier<Storage> empty) {
        return gate -> {
            var duo = new Duo(empty.get(), stopping(gate)).claimed();
            return both(
                    () -> duo.one.agent(Duo.ASHA).note(duo.chat, "A wide foot."),
                    () -> duo.two.customer(World.CARL).write(duo.chat, "Hello?"),
                    outcomes -> {
                        assertThat(outcomes)
                                .allMatch(outcome -> Duo.reason(outcome).isEmpty());
                        assertThat(duo.entries(EntryKind.NOTE)).hasSize(1);
                        assertThat(duo.entries(EntryKind.CUSTOMER_MESSAGE)).hasSize(2);
                    });
        };
    }

    static Scenario theDirectoryIsAskedAnewPerAttempt(Supplier<Storage> empty) {
        return gate -> {
            var duo = new Duo(empty.get(), stopping(gate)).claimed().adding(Duo.BO);
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
        };
    }

    static Scenario anAddIsDecidedOnCurrentSettings(Supplier<Storage> empty, UnaryOperator<Storage> below) {
        return gate -> {
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
            duos.add(new Duo(empty.get(), watcher, below).claimed());
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
        };
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
