package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.BOT;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.ZED;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.collab.Collab;
import dev.collab.Invited;
import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.PendingInvitation;
import dev.collab.collaboration.RuleRefusal;
import dev.collab.collaboration.RuleRefusals;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.Candidates;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.model.HistoryWindow;
import dev.collab.model.InboxRole;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@DisplayName("Group invitations")
class GroupInvitationsTest {
    private static final GroupId EMPTY = new GroupId("empty");
    private static final Duration CHAT = Duration.ofMinutes(15);
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final Shop shop = Shop.open();
    private final ConversationId chat = shop.assigned();

    private Invited invite() {
        return invite(AddOptions.NONE);
    }

    private Invited invite(AddOptions options) {
        return shop.agent(ASHA).inviteGroup(chat, ACCESSORIES, options).orElseThrow();
    }

    private void ruledBy(AddRule rule) {
        shop.policy(policy -> policy.withRules(rule));
    }

    private void assertTold(AgentId agent, Reason expected) {
        var before = Story.stored(shop, chat);
        assertThat(reason(shop.agent(agent).invitation(chat))).isEqualTo(expected);
        assertThat(reason(shop.agent(agent).accept(chat))).isEqualTo(expected);
        assertThat(reason(shop.agent(agent).decline(chat, Optional.empty()))).isEqualTo(expected);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    @Nested
    class Asking {
        @Test
        @DisplayName("B-18 ask the group also by a rule that adds at once, and nobody takes part before one accepts")
        void alwaysPending() {
            var invited = invite(AddOptions.at(Level.ADVISER).asking("Which charger fits?"));

            assertThat(invited.group()).isEqualTo(ACCESSORIES);
            assertThat(invited.known()).isFalse();
            assertThat(invited.level()).isEqualTo(Level.ADVISER);
            assertThat(shop.head(chat).collaborations()).isEmpty();
            assertThat(shop.head(chat).invitations()).singleElement().satisfies(one -> {
                assertThat(one.id()).isEqualTo(invited.invitation());
                assertThat(one.group()).isEqualTo(ACCESSORIES);
                assertThat(one.agent()).isNull();
                assertThat(one.rule()).isEqualTo(AddRule.UNLESS_SAID.name());
                assertThat(one.expiresAt()).isEqualTo(shop.time.instant().plus(CHAT));
            });
            assertThat(shop.lastEntry(chat).settingsRevision())
                    .isEqualTo(shop.settings().revision());
            for (var member : List.of(BO, CY)) {
                var seen = shop.agent(member).invitation(chat).orElseThrow();
                assertThat(seen.group()).contains(ACCESSORIES);
                assertThat(seen.question()).contains("Which charger fits?");
                assertThat(reason(shop.agent(member).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            }
            assertThat(Story.folded(shop, chat)).isEqualTo(shop.head(chat));
        }

        @Test
        @DisplayName("B-18 change nothing when the group is invited already")
        void twice() {
            var first = invite();
            var before = Story.stored(shop, chat);

            var second = shop.agent(SUE)
                    .inviteGroup(chat, ACCESSORIES, AddOptions.NONE)
                    .orElseThrow();

            assertThat(second.invitation()).isEqualTo(first.invitation());
            assertThat(second.known()).isTrue();
            assertThat(Story.stored(shop, chat)).isEqualTo(before);
        }

        @Test
        @DisplayName("B-18 B-12 hold one place, which whoever accepts takes over")
        void place() {
            shop.policy(policy -> policy.withLimit(1));
            invite();

            assertThat(reason(shop.agent(ASHA).addCollaborator(chat, ZED))).isEqualTo(Reason.LIMIT_REACHED);
            assertThat(reason(shop.agent(ASHA).inviteGroup(chat, FOOTWEAR, AddOptions.NONE)))
                    .isEqualTo(Reason.LIMIT_REACHED);
            assertThat(shop.agent(BO).accept(chat).isDone()).isTrue();
            assertThat(reason(shop.agent(ASHA).inviteGroup(chat, ACCESSORIES, AddOptions.NONE)))
                    .isEqualTo(Reason.LIMIT_REACHED);
        }

        @Test
        @DisplayName(
                "B-18 B-4 are allowed by rules for anyone, for the named group, and for peers of one's own group only")
        void rules() {
            var rule = AddRule.allow("rule", Adder.ASSIGNEE);

            ruledBy(rule.toAdd(Candidates.SUPERIORS));
            assertThat(reason(ask(ACCESSORIES))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
            ruledBy(rule.toAdd(Candidates.PEERS));
            assertThat(reason(ask(ACCESSORIES))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
            ruledBy(rule.toAdd(FOOTWEAR));
            assertThat(reason(ask(ACCESSORIES))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
            ruledBy(rule.toAdd(ACCESSORIES));
            assertThat(ask(ACCESSORIES).isDone()).isTrue();
            ruledBy(rule.toAdd(Candidates.PEERS));
            assertThat(ask(FOOTWEAR).isDone()).isTrue();
            ruledBy(AddRule.allow("others", Adder.COLLABORATOR));
            assertThat(reason(ask(ACCESSORIES))).isEqualTo(Reason.NOT_PERMITTED);
        }

        @Test
        @DisplayName("B-18 B-5 are refused for a group without members as for one the policy hides")
        void nobody() {
            ruledBy(AddRule.allow("rule", Adder.ASSIGNEE).toAdd(ACCESSORIES, EMPTY));
            var expected = Outcome.<Invited>rejected(
                    Reason.CANDIDATE_UNAVAILABLE,
                    new RuleRefusals(List.of(new RuleRefusal("rule", RuleRefusal.Cause.CANDIDATE))));

            assertThat(ask(EMPTY)).isEqualTo(expected).isEqualTo(ask(FOOTWEAR));
            shop.people.deactivate(BO).change(CY, person -> person.customer(CARL));
            assertThat(ask(ACCESSORIES)).isEqualTo(expected);
        }

        @Test
        @DisplayName("B-18 count bots and offline members as those who could accept only if the policy does")
        void botsAndOffline() {
            shop.people.change(BOT, person -> person.groups(EMPTY));
            assertThat(reason(ask(EMPTY))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
            shop.policy(policy -> policy.withBotsAllowed(true).withOfflineAllowed(false));
            shop.people.change(BOT, person -> person.presence(Presence.OFFLINE));
            assertThat(reason(ask(EMPTY))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
            shop.people.change(BOT, person -> person.presence(Presence.ONLINE));
            assertThat(ask(EMPTY).isDone()).isTrue();
        }

        @Test
        @DisplayName("B-18 are refused where only those on the conversation belong to the group")
        void allOnIt() {
            shop.people.remove(FIN).remove(SUE);

            assertThat(reason(ask(FOOTWEAR))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        }

        @Test
        @DisplayName(
                "B-18 are refused where nobody active belongs to the group but who asks, on the conversation or not")
        void onlyWhoAsks() {
            shop.people
                    .change(ADA, person -> person.groups(EMPTY))
                    .change(MO, person -> person.groups(EMPTY))
                    .deactivate(MO);
            var before = Story.stored(shop, chat);

            assertThat(reason(shop.agent(ADA).inviteGroup(chat, EMPTY, AddOptions.NONE)))
                    .isEqualTo(Reason.CANDIDATE_UNAVAILABLE);

            assertThat(Story.stored(shop, chat)).isEqualTo(before);
            assertThat(ask(EMPTY).isDone()).isTrue();
        }

        @Test
        @DisplayName("B-18 B-4 B-20 refuse what is too high or too wide for the adder, and a question that is no text")
        void options() {
            shop.agent(ASHA)
                    .addCollaborator(chat, MO, AddOptions.at(Level.ADVISER).reading(HistoryWindow.FROM_ADD))
                    .orElseThrow();
            ruledBy(AddRule.allow("rule", Adder.COLLABORATOR));
            var desk = shop.agent(MO);

            assertThat(reason(desk.inviteGroup(chat, ACCESSORIES, AddOptions.at(Level.RESPONDER))))
                    .isEqualTo(Reason.LEVEL_TOO_HIGH);
            assertThat(reason(desk.inviteGroup(chat, ACCESSORIES, AddOptions.NONE.reading(HistoryWindow.FULL))))
                    .isEqualTo(Reason.WINDOW_TOO_WIDE);
            assertThat(reason(desk.inviteGroup(chat, ACCESSORIES, AddOptions.NONE.asking(" "))))
                    .isEqualTo(Reason.TEXT_BLANK);
            assertThat(desk.inviteGroup(chat, ACCESSORIES, AddOptions.NONE)
                            .orElseThrow()
                            .level())
                    .isEqualTo(Level.ADVISER);
        }

        @Test
        @DisplayName("B-18 B-2 are refused while collaboration is off")
        void off() {
            shop.admin().disableCollaboration().orElseThrow();

            assertThat(reason(ask(ACCESSORIES))).isEqualTo(Reason.COLLABORATION_OFF);
        }

        @Test
        @DisplayName("B-18 B-70 tell the active members, but bots, those on the conversation and whoever asks")
        void told() {
            shop.people
                    .change(BOT, person -> person.groups(ACCESSORIES))
                    .change(ASHA, person -> person.groups(FOOTWEAR, ACCESSORIES))
                    .change(SUE, person -> person.groups(FOOTWEAR, ACCESSORIES))
                    .change(MO, person -> person.groups(ACCESSORIES))
                    .change(ZED, person -> person.groups(ACCESSORIES).active(false))
                    .change(CY, person -> person.presence(Presence.OFFLINE));
            shop.add(chat, MO);

            assertThat(Post.of(
                            shop,
                            () -> shop.agent(SUE)
                                    .inviteGroup(chat, ACCESSORIES, AddOptions.NONE)
                                    .orElseThrow()))
                    .containsExactlyInAnyOrder("INVITED bo", "INVITED cy");
            assertThat(Post.of(shop, () -> shop.agent(BO).accept(chat).orElseThrow()))
                    .containsExactly("ANSWERED sue");
        }

        @Test
        @DisplayName(
                "B-18 B-3 stand in the collaborator field of whoever reads the conversation, as those of agents do")
        void field() {
            shop.policy(policy -> policy.withRules(AddRule.UNLESS_SAID.byInvitation()));
            var added = shop.add(chat, MO);
            var invited = invite(AddOptions.at(Level.OBSERVER).asking("Between us"));

            for (var reader : List.of(ASHA, SUE, ADA)) {
                assertThat(shop.agent(reader)
                                .view(chat)
                                .orElseThrow()
                                .collaborators()
                                .invitations())
                        .extracting(
                                PendingInvitation::id,
                                PendingInvitation::agent,
                                PendingInvitation::group,
                                one -> one.invitedBy().id(),
                                PendingInvitation::level)
                        .containsExactly(
                                tuple(
                                        added.invitation().orElseThrow(),
                                        Optional.of(MO),
                                        Optional.empty(),
                                        "asha",
                                        Level.RESPONDER),
                                tuple(
                                        invited.invitation(),
                                        Optional.empty(),
                                        Optional.of(ACCESSORIES),
                                        "asha",
                                        Level.OBSERVER));
            }
            shop.time.advance(CHAT);
            assertThat(shop.agent(ASHA).view(chat).orElseThrow().collaborators().invitations())
                    .isEmpty();
        }

        private Outcome<Invited> ask(GroupId group) {
            return shop.agent(ASHA).inviteGroup(chat, group, AddOptions.NONE);
        }
    }

    @Nested
    class Answering {
        @Test
        @DisplayName("B-18 make the first who accepts a collaborator, by what was offered, for the group")
        void accepted() {
            var rule = AddRule.UNLESS_SAID.lasting(Duration.ofHours(1));
            ruledBy(rule);
            invite(AddOptions.at(Level.ADVISER));

            var added = shop.agent(BO).accept(chat).orElseThrow();

            var grant = shop.head(chat).collaborationOf(BO).orElseThrow();
            assertThat(added.collaboration()).contains(grant.id());
            assertThat(grant.group()).isEqualTo(ACCESSORIES);
            assertThat(grant.origin()).isEqualTo(CollaborationOrigin.INVITED);
            assertThat(grant.addedBy().isAgent(ASHA)).isTrue();
            assertThat(grant.level()).isEqualTo(Level.ADVISER);
            assertThat(grant.rule()).isEqualTo(rule.name());
            assertThat(grant.endsAt()).isEqualTo(shop.time.instant().plus(Duration.ofHours(1)));
            assertThat(grant.escalation()).isFalse();
            assertThat(shop.head(chat).invitations()).isEmpty();
            assertThat(Story.folded(shop, chat)).isEqualTo(shop.head(chat));
        }

        @Test
        @DisplayName("B-18 tell the others of the group that it is taken, as long as whoever accepted takes part")
        void taken() {
            invite();
            shop.agent(BO).accept(chat).orElseThrow();

            assertTold(CY, Reason.ALREADY_TAKEN);
            assertTold(BO, Reason.INVITATION_OVER);
            assertTold(ASHA, Reason.INVITATION_OVER);
            assertTold(ADA, Reason.INVITATION_OVER);
            assertTold(ZED, Reason.UNKNOWN_CONVERSATION);
            assertThat(reason(shop.agent(CY).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);

            shop.agent(BO).leave(chat).orElseThrow();
            assertTold(CY, Reason.UNKNOWN_CONVERSATION);
            assertTold(BO, Reason.UNKNOWN_CONVERSATION);
        }

        @Test
        @DisplayName("B-18 are taken no longer than a time box lasts or collaboration is on")
        void takenAndOver() {
            ruledBy(AddRule.UNLESS_SAID.lasting(Duration.ofHours(1)));
            invite();
            shop.agent(BO).accept(chat).orElseThrow();
            shop.time.advance(Duration.ofHours(1).minus(MOMENT));
            assertTold(CY, Reason.ALREADY_TAKEN);
            shop.time.advance(MOMENT);
            assertTold(CY, Reason.UNKNOWN_CONVERSATION);

            invite();
            shop.agent(CY).accept(chat).orElseThrow();
            assertTold(BO, Reason.ALREADY_TAKEN);
            shop.admin().disableCollaboration().orElseThrow();
            assertTold(BO, Reason.UNKNOWN_CONVERSATION);
        }

        @Test
        @DisplayName("B-18 are answered by whoever belongs to the group then, not by who did when it was asked")
        void membership() {
            invite();
            shop.people.change(BO, person -> person.groups(EMPTY)).change(ZED, person -> person.groups(ACCESSORIES));

            assertTold(BO, Reason.UNKNOWN_CONVERSATION);
            assertThat(shop.agent(ZED).accept(chat).isDone()).isTrue();
            assertTold(BO, Reason.UNKNOWN_CONVERSATION);
            assertTold(CY, Reason.ALREADY_TAKEN);
        }

        @Test
        @DisplayName(
                "B-18 are never for the assignee, collaborators, the customer, inactive agents, or bots unless allowed")
        void never() {
            shop.people
                    .change(ASHA, person -> person.groups(FOOTWEAR, ACCESSORIES))
                    .change(MO, person -> person.groups(ACCESSORIES))
                    .change(BOT, person -> person.groups(ACCESSORIES))
                    .change(CY, person -> person.customer(CARL))
                    .change(ZED, person -> person.groups(ACCESSORIES).active(false));
            shop.add(chat, MO);
            invite();

            assertTold(ASHA, Reason.INVITATION_OVER);
            assertTold(MO, Reason.INVITATION_OVER);
            for (var agent : List.of(CY, ZED, BOT)) {
                assertTold(agent, Reason.UNKNOWN_CONVERSATION);
            }
            shop.policy(policy -> policy.withBotsAllowed(true));
            assertThat(shop.agent(BOT).accept(chat).isDone()).isTrue();
            shop.policy(policy -> policy.withBotsAllowed(false));
            for (var agent : List.of(CY, ZED)) {
                assertTold(agent, Reason.UNKNOWN_CONVERSATION);
            }
        }

        @Test
        @DisplayName("B-18 B-4 are not for whoever asked: nobody adds themselves by asking their own group")
        void notTheInviter() {
            shop.agent(SUE).inviteGroup(chat, FOOTWEAR, AddOptions.NONE).orElseThrow();

            assertTold(SUE, Reason.INVITATION_OVER);
            shop.agent(FIN).accept(chat).orElseThrow();
            assertTold(SUE, Reason.INVITATION_OVER);
        }

        @Test
        @DisplayName("B-18 B-19 mark an escalation if whoever accepts is a superior, and show it to them")
        void escalation() {
            shop.agent(ASHA).inviteGroup(chat, FOOTWEAR, AddOptions.NONE).orElseThrow();

            assertThat(shop.agent(FIN).invitation(chat).orElseThrow().escalation())
                    .isFalse();
            assertThat(shop.agent(SUE).invitation(chat).orElseThrow().escalation())
                    .isTrue();
            shop.agent(SUE).accept(chat).orElseThrow();
            assertThat(shop.head(chat).collaborationOf(SUE).orElseThrow().escalation())
                    .isTrue();
            assertTold(FIN, Reason.ALREADY_TAKEN);
        }

        @Test
        @DisplayName("B-18 B-12 ask the capacity hook about whoever accepts; who has no time leaves it to the others")
        void capacity() {
            var asked = new ArrayList<AgentId>();
            var host = shop.host(builder -> builder.capacity((agent, conversation) -> {
                asked.add(agent);
                return !agent.equals(BO);
            }));
            host.agent(ASHA).inviteGroup(chat, ACCESSORIES, AddOptions.NONE).orElseThrow();
            assertThat(asked).isEmpty();
            var before = Story.stored(shop, chat);

            assertThat(reason(host.agent(BO).accept(chat))).isEqualTo(Reason.NO_CAPACITY);
            assertThat(Story.stored(shop, chat)).isEqualTo(before);
            assertThat(host.agent(CY).accept(chat).isDone()).isTrue();
            assertThat(asked).containsExactly(BO, CY);
        }

        @Test
        @DisplayName("B-18 stay open for the others when a member declines")
        void declined() {
            invite();
            var before = Story.stored(shop, chat);

            assertThat(reason(shop.agent(BO).decline(chat, Optional.of("I am at lunch"))))
                    .isEqualTo(Reason.GROUP_INVITED);

            assertThat(Story.stored(shop, chat)).isEqualTo(before);
            assertThat(shop.agent(CY).accept(chat).isDone()).isTrue();
        }

        @Test
        @DisplayName("B-18 come after an agent's own invitation, and outlast it")
        void ownFirst() {
            shop.policy(policy -> policy.withRules(AddRule.UNLESS_SAID.byInvitation()));
            invite();
            shop.add(chat, BO);

            assertThat(shop.agent(BO).invitation(chat).orElseThrow().group()).isEmpty();
            shop.agent(BO).decline(chat, Optional.empty()).orElseThrow();
            assertThat(shop.agent(BO).invitation(chat).orElseThrow().group()).contains(ACCESSORIES);
            shop.add(chat, BO);
            shop.agent(BO).accept(chat).orElseThrow();
            assertThat(shop.head(chat).collaborationOf(BO).orElseThrow().group())
                    .isNull();
            assertThat(shop.agent(CY).accept(chat).isDone()).isTrue();
        }

        @Test
        @DisplayName("B-18 B-41 give whoever accepted the first receipt again on a retry")
        void retried() {
            invite();
            var keyed = shop.agent(BO).keyed(new CommandKey("yes"));

            var first = keyed.accept(chat).orElseThrow();

            assertThat(keyed.accept(chat).orElseThrow()).isEqualTo(first);
            assertThat(shop.entries(chat, EntryKind.COLLABORATION_STARTED)).hasSize(1);
        }

        @RepeatedTest(20)
        @DisplayName("B-18 are taken by one of two who accept at once, at one host or at two")
        void atOnce() {
            for (var hosts : List.of(List.of(shop.collab, shop.collab), List.of(shop.collab, shop.host(b -> b)))) {
                var one = shop.assigned();
                shop.agent(ASHA).inviteGroup(one, ACCESSORIES, AddOptions.NONE).orElseThrow();

                var answers =
                        Together.run(List.of(() -> answer(hosts.get(0), BO, one), () -> answer(hosts.get(1), CY, one)));

                assertThat(answers).containsExactlyInAnyOrder("done", "ALREADY_TAKEN");
                assertThat(shop.head(one).collaborations()).hasSize(1);
                assertThat(shop.head(one).invitations()).isEmpty();
            }
        }

        private String answer(Collab host, AgentId agent, ConversationId conversation) {
            return host.agent(agent)
                    .accept(conversation)
                    .fold(done -> "done", no -> no.reason().name());
        }
    }

    @Nested
    class Ending {
        @Test
        @DisplayName("B-18 B-25 are withdrawn by assignee, leads and whoever asked, and not by other collaborators")
        void withdrawn() {
            ruledBy(AddRule.allow("all", Adder.ASSIGNEE, Adder.COLLABORATOR));
            shop.add(chat, MO);
            shop.add(chat, ZED);
            for (var by : List.of(ASHA, SUE, ADA, MO)) {
                shop.agent(MO).inviteGroup(chat, ACCESSORIES, AddOptions.NONE).orElseThrow();
                assertThat(reason(shop.agent(ZED).withdrawInvitation(chat, ACCESSORIES)))
                        .isEqualTo(Reason.NOT_PERMITTED);
                assertThat(reason(shop.agent(BO).withdrawInvitation(chat, ACCESSORIES)))
                        .isEqualTo(Reason.UNKNOWN_CONVERSATION);

                shop.agent(by).withdrawInvitation(chat, ACCESSORIES).orElseThrow();

                assertThat(shop.lastEntry(chat).facts())
                        .containsEntry("reason", "WITHDRAWN")
                        .containsEntry("group", ACCESSORIES.value());
                assertTold(BO, Reason.UNKNOWN_CONVERSATION);
                assertThat(reason(shop.agent(by).withdrawInvitation(chat, ACCESSORIES)))
                        .isEqualTo(Reason.INVITATION_OVER);
            }
        }

        @Test
        @DisplayName("B-18 B-22 expire when read, and a sweep tells whoever asked")
        void expired() {
            invite();
            shop.time.advance(CHAT.minus(MOMENT));
            assertThat(shop.agent(BO).invitation(chat).isDone()).isTrue();
            shop.time.advance(MOMENT);

            assertTold(BO, Reason.UNKNOWN_CONVERSATION);
            assertThat(Post.of(shop, () -> shop.collab.system("timer").sweep(10)))
                    .containsExactly("EXPIRED asha");
            assertThat(shop.lastEntry(chat).facts()).containsEntry("reason", "EXPIRED");
            assertThat(shop.head(chat).invitations()).isEmpty();
        }

        @Test
        @DisplayName("B-18 B-23 are cancelled by resolving, closing and switching off, and kept by a transfer")
        void cancelled() {
            invite();
            shop.agent(ASHA).transfer(chat, FIN).orElseThrow();
            assertThat(shop.agent(BO).invitation(chat).isDone()).isTrue();
            shop.agent(FIN).resolve(chat).orElseThrow();
            assertTold(BO, Reason.UNKNOWN_CONVERSATION);
            shop.agent(FIN).reopen(chat).orElseThrow();
            assertTold(BO, Reason.UNKNOWN_CONVERSATION);

            shop.agent(FIN).inviteGroup(chat, ACCESSORIES, AddOptions.NONE).orElseThrow();
            shop.admin().disableCollaboration().orElseThrow();
            assertTold(BO, Reason.UNKNOWN_CONVERSATION);
            shop.admin().enableCollaboration().orElseThrow();
            assertTold(BO, Reason.UNKNOWN_CONVERSATION);

            shop.agent(FIN).inviteGroup(chat, ACCESSORIES, AddOptions.NONE).orElseThrow();
            shop.agent(ADA).close(chat).orElseThrow();
            assertTold(BO, Reason.UNKNOWN_CONVERSATION);
            assertThat(shop.head(chat).invitations()).isEmpty();
        }

        @Test
        @DisplayName("B-18 stay for the others when a member is added, becomes the assignee, or leaves the group")
        void memberElsewhere() {
            invite();
            shop.add(chat, BO);
            assertThat(shop.agent(CY).invitation(chat).isDone()).isTrue();
            shop.agent(ASHA).transfer(chat, BO).orElseThrow();
            assertTold(BO, Reason.INVITATION_OVER);

            assertThat(shop.agent(CY).accept(chat).isDone()).isTrue();
        }

        @Test
        @DisplayName("B-18 B-38 leave the customer no trace")
        void customer() {
            var before = shop.customer().view(chat).orElseThrow();
            invite();
            shop.agent(BO).accept(chat).orElseThrow();

            assertThat(shop.customer().view(chat).orElseThrow()).isEqualTo(before);
            assertThat(Story.customerTexts(shop, chat)).hasSize(1);
        }
    }

    @Test
    @DisplayName("B-18 B-19 hide no lead: a supervisor of the inbox accepts like every member")
    void lead() {
        shop.people.change(BO, person -> person.groups(ACCESSORIES, FOOTWEAR).role(Shop.INBOX, InboxRole.SUPERVISOR));
        invite();

        assertThat(shop.agent(BO).accept(chat).isDone()).isTrue();
    }
}
