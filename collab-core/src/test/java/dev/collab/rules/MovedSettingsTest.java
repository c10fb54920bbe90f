package dev.collab.rules;

import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.ELSEWHERE;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.Collab;
import dev.collab.model.Collaboration;
import dev.collab.model.Commit;
import dev.collab.model.EndReason;
import dev.collab.model.EntryKind;
import dev.collab.model.WhenSwitchedOff;
import dev.collab.outcome.Reason;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settings a move rests on")
class MovedSettingsTest {
    private final Shop shop = Shop.open().ledElsewhere();

    @Test
    @DisplayName("B-7 B-66 P-16 a grant that switching off the old inbox ended is not revived by a move under way")
    void switchedOffInBetween() {
        var chat = shop.assignedWith(BO);
        var host = between(() -> shop.policy(policy -> policy.withEnabled(false)));

        var moved = host.agent(SUE).move(chat, ELSEWHERE, Optional.empty()).orElseThrow();

        assertThat(moved.left()).isEmpty();
        assertThat(shop.head(chat).collaborations()).isEmpty();
        assertThat(shop.entries(chat, EntryKind.COLLABORATION_ENDED))
                .extracting(entry -> entry.facts().get("reason"))
                .containsExactly(EndReason.SWITCHED_OFF.name());
        assertThat(reason(shop.agent(BO).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-7 B-66 whoever the old inbox's KEEP leaves there is judged by the policy they come to")
    void keptInBetween() {
        var chat = shop.assignedWith(BO);
        shop.policy(policy -> policy.withWhenSwitchedOff(WhenSwitchedOff.KEEP));
        var host = between(() -> shop.policy(policy -> policy.withEnabled(false)));

        host.agent(SUE).move(chat, ELSEWHERE, Optional.empty()).orElseThrow();

        assertThat(shop.head(chat).collaborations())
                .extracting(Collaboration::agent)
                .containsExactly(BO);
        assertThat(shop.agent(BO).view(chat).isDone()).isTrue();
    }

    @Test
    @DisplayName(
            "B-66 P-16 the commit of a move names the settings of both inboxes, that of anything else only its own")
    void named() {
        var commits = new ArrayList<Commit>();
        var host = Story.host(shop, (method, arguments, real) -> {
            if (method.equals("commit")) {
                commits.add((Commit) arguments[0]);
            }
            return real.call();
        });
        var chat = shop.assigned();

        host.agent(ASHA).note(chat, "Hm").orElseThrow();
        host.agent(SUE).move(chat, ELSEWHERE, Optional.empty()).orElseThrow();

        assertThat(commits)
                .extracting(Commit::otherSettings)
                .containsExactly(Map.of(), Map.of(INBOX, shop.settings().revision()));
    }

    /** Does this once, right before the first commit. */
    private Collab between(Runnable act) {
        var once = new AtomicBoolean();
        return Story.host(shop, (method, arguments, real) -> {
            if (method.equals("commit") && once.compareAndSet(false, true)) {
                act.run();
            }
            return real.call();
        });
    }
}
