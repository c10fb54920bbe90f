package dev.collab;

import dev.collab.conversation.Conversation;
import dev.collab.conversation.Decision;
import dev.collab.internal.Fingerprint;
import dev.collab.model.AgentId;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationHead;
import dev.collab.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Is one command before it is run.
 *
 * @param ref which conversation, who acts, under which key
 * @param fingerprint a hash of what it says
 * @param people whose profiles the rule needs; asked anew at each attempt, after the conversation was loaded
 * @param rule decides
 */
record Command(
        CommandRef ref, String fingerprint, Function<Optional<ConversationHead>, Set<AgentId>> people, Rule rule) {
    /** Decides on a settled conversation; pure but for the capacity hook. */
    interface Rule {
        Outcome<Decision> decide(Conversation conversation, Host.People people);
    }

    /**
     * Is what a command says, in the order it says it; everything in it counts when a retry is compared.
     *
     * @param act what is to be done
     * @param content how
     */
    record Intent(String act, List<String> content) {
        static Intent of(String act, Object... content) {
            var words = new ArrayList<String>();
            for (var part : content) {
                words.add(String.valueOf(part));
            }
            return new Intent(act, words);
        }

        String fingerprint() {
            var all = new ArrayList<String>();
            all.add(act);
            all.addAll(content);
            return Fingerprint.of(all);
        }
    }
}
