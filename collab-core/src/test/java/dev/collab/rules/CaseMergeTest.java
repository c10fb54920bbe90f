package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.OpenRequest;
import dev.collab.model.Channel;
import dev.collab.model.CommandKey;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.Level;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.outcome.Reason;
import dev.collab.spi.StorageException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Cases of merging")
class CaseMergeTest extends CaseScene {
    private static final CommandKey KEY = new CommandKey("merge");

    @Test
    @DisplayName(
            "B-9 B-55 B-67 B-68 B-70 given a target whose assignee collaborates on the source and who collaborates "
                    + "there the other way round, when they are merged, then nobody changes places, and only the third one joins")
    void crossed() {
        var source = shop.assignedWith(FIN, BO, CY);
        var target = shop.assigned();
        shop.agent(ASHA).note(target, "From before").orElseThrow();
        shop.agent(ASHA).transferAndStay(target, FIN).orElseThrow();
        shop.agent(FIN)
                .addCollaborator(target, BO, AddOptions.at(Level.ADVISER))
                .orElseThrow();
        Post.taken(shop);

        var merged = shop.agent(SUE).merge(source, target).orElseThrow();

        assertThat(merged.joined()).containsExactly(CY);
        assertThat(Post.taken(shop))
                .extracting(one -> one.kind() + " " + one.recipient())
                .containsExactlyInAnyOrder("REMOVED fin", "REMOVED bo", "REMOVED cy", "ADDED cy");
        var there = "OPEN fin [asha RESPONDER, bo ADVISER, cy RESPONDER]";
        for (var viewer : List.of(FIN, ASHA, BO, CY, SUE)) {
            assertThat(sight(viewer, target)).isEqualTo(there);
        }
        assertThat(reads(BO, target)).contains("From before");
        assertThat(reads(CY, target)).isEmpty();
        assertThat(sight(ASHA, source)).isEqualTo("CLOSED asha []");
        for (var former : List.of(FIN, BO, CY)) {
            assertThat(sight(former, source)).isEqualTo(NOTHING);
        }
        assertThat(ended(source)).containsExactly("fin MERGED", "bo MERGED", "cy MERGED");
        refused(target, Reason.NOT_PERMITTED, () -> shop.agent(BO).reply(source, "Mine was more there"));
    }

    @Test
    @DisplayName(
            "B-12 B-41 B-58 B-67 given a merge cut between its commits and a target that filled up since, when another "
                    + "lead repeats it, then who is active joins as long as there is a place, once, and the first lead's retry agrees")
    void cutAndRepeated() {
        shop.policy(policy -> policy.withLimit(3));
        var source = shop.assignedWith(BO, CY, MO);
        var target = shop.assigned();
        cut(source, target);
        assertThat(sight(SUE, source)).isEqualTo("CLOSED asha []");
        assertThat(sight(SUE, target)).isEqualTo("OPEN asha []");
        assertThat(sight(CY, source)).isEqualTo(NOTHING);
        assertThat(sight(CY, target)).isEqualTo(NOTHING);
        shop.people.deactivate(BO);
        shop.add(target, Shop.ZED);
        shop.add(target, Shop.FIN);
        Post.taken(shop);

        var merged = shop.agent(ADA).merge(source, target).orElseThrow();

        assertThat(merged.joined()).containsExactly(CY);
        assertThat(Post.taken(shop))
                .extracting(one -> one.kind() + " " + one.recipient())
                .containsExactly("ADDED cy");
        assertThat(sight(CY, target)).isEqualTo("OPEN asha [zed RESPONDER, fin RESPONDER, cy RESPONDER]");
        assertThat(sight(MO, target)).isEqualTo(NOTHING);
        shop.people.change(BO, person -> person.active(true));
        var before = Story.stored(shop, target);
        assertThat(shop.agent(SUE).keyed(KEY).merge(source, target).orElseThrow())
                .isEqualTo(merged);
        assertThat(Story.stored(shop, target)).isEqualTo(before);
        assertThat(sight(BO, target)).isEqualTo(NOTHING);
    }

    @Test
    @DisplayName(
            "B-38 B-42 B-55 B-67 given a merge was cut, when the customer and the assignee write to the source before "
                    + "it is repeated, then it stands in the target, and who joins later does not read it")
    void writtenInBetween() {
        var source = shop.assignedWith(BO);
        var target = shop.twin();
        shop.claimed(target);
        cut(source, target);

        var posted = shop.customer().write(source, "Are you there?").orElseThrow();
        var replied = shop.agent(ASHA).reply(source, "Here.").orElseThrow();
        refused(target, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).reply(source, "Me too."));
        assertThat(posted.conversation()).isEqualTo(target);
        assertThat(replied.conversation()).isEqualTo(target);
        unnoticed(target, () -> shop.agent(ADA).merge(source, target).orElseThrow());
        shop.agent(ASHA).reply(target, "Still here.").orElseThrow();

        assertThat(reads(BO, target)).containsExactly("Still here.");
        assertThat(customerReads(target))
                .containsExactly("It is me again", "Are you there?", "Asha: Here.", "Asha: Still here.");
        assertThat(customerReads(source)).hasSize(1);
        assertThat(shop.customer().view(source).orElseThrow().mergedInto()).contains(target);
        assertThat(sight(BO, target)).isEqualTo("OPEN asha [bo RESPONDER]");
    }

    @Test
    @DisplayName(
            "B-12 B-21 B-23 B-54 B-67 given an invitation on the source, when it is merged, then it is cancelled and "
                    + "holds no place in the target, and accepting it on either is answered as unknown")
    void invitedToTheSource() {
        shop.policy(policy -> policy.withRules(ASK).withLimit(1));
        var source = shop.assigned();
        var target = shop.assigned();
        shop.add(source, BO);

        assertThat(shop.agent(SUE).merge(source, target).orElseThrow().joined()).isEmpty();

        refused(source, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).accept(source));
        refused(target, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).accept(target));
        refused(source, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).invitation(source));
        assertThat(shop.entries(source, EntryKind.INVITATION_ENDED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts()).containsEntry("reason", "CANCELLED"));
        assertThat(told(() -> shop.agent(ASHA).addCollaborator(source, CY))).containsExactly("INVITED cy");
        assertThat(sight(ASHA, target)).isEqualTo("OPEN asha [] asked [cy]");
        shop.agent(CY).accept(target).orElseThrow();
        assertThat(sight(CY, target)).isEqualTo("OPEN asha [cy RESPONDER]");
    }

    @Test
    @DisplayName(
            "B-11 B-41 B-42 B-62 B-67 given a merged conversation, when the customer writes to it or follows it up, then "
                    + "that concerns its target: written while that is not closed, followed up and linked to it afterwards")
    void followUpOfTheMerged() {
        var source = shop.assignedWith(BO);
        var target = shop.twin();
        shop.claimed(target);
        shop.agent(SUE).merge(source, target).orElseThrow();
        var request = OpenRequest.of(INBOX, Channel.LIVE_CHAT, "And laces?")
                .forGroup(FOOTWEAR)
                .following(source);
        assertThat(reason(shop.customer().keyed(KEY).open(request))).isEqualTo(Reason.WRONG_STATE);
        shop.agent(ASHA).resolve(target).orElseThrow();
        assertThat(sight(BO, target)).isEqualTo(NOTHING);
        assertThat(shop.customer().write(source, "One more").orElseThrow().conversation())
                .isEqualTo(target);
        assertThat(sight(ASHA, target)).isEqualTo("OPEN asha []");
        shop.agent(SUE).close(target).orElseThrow();

        refused(source, Reason.CONVERSATION_CLOSED, () -> shop.customer().write(source, "And laces?"));
        var next = shop.customer().keyed(KEY).open(request).orElseThrow();

        assertThat(shop.customer().view(next).orElseThrow().followUpOf()).contains(target);
        assertThat(shop.customer().keyed(KEY).open(request).orElseThrow()).isEqualTo(next);
        shop.claimed(next);
        assertThat(sight(ASHA, next)).isEqualTo("OPEN asha []");
        assertThat(sight(BO, next)).isEqualTo(NOTHING);
    }

    /** Sue's merge fails before its second commit. */
    private void cut(ConversationId source, ConversationId target) {
        var host = Story.host(shop, (method, arguments, real) -> {
            if (method.equals("commit") && ((Commit) arguments[0]).head().id().equals(target)) {
                throw StorageException.nothingChanged("no connection", new IllegalStateException());
            }
            return real.call();
        });
        var unknown = catchThrowableOfType(
                CommandOutcomeUnknownException.class,
                () -> host.agent(SUE).keyed(KEY).merge(source, target));
        assertThat(unknown.key()).isEqualTo(KEY);
    }
}
