package dev.collab;

import dev.collab.conversation.Conversation;
import dev.collab.conversation.Decision;
import dev.collab.conversation.ImportedEntry;
import dev.collab.internal.Fingerprint;
import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.CaseFacts;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.outcome.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Is one command before it is run.
 *
 * @param ref which conversation, who acts, under which key
 * @param intent what it says
 * @param people whose profiles the rule needs; asked anew at each attempt, after the conversation was loaded
 * @param rule decides
 * @param staysHere whether it is about this conversation also after it was merged into another one
 * @param settles whether what has ended by time is written down first
 */
record Command(
        CommandRef ref,
        Intent intent,
        Function<Optional<ConversationHead>, Set<AgentId>> people,
        Rule rule,
        boolean staysHere,
        boolean settles) {
    /** Makes a command that goes on where the conversation goes on. */
    Command(CommandRef ref, Intent intent, Function<Optional<ConversationHead>, Set<AgentId>> people, Rule rule) {
        this(ref, intent, people, rule, false, true);
    }

    /** The same command for the conversation this one goes on in. */
    Command at(ConversationId next) {
        var there = new CommandRef(next, ref.actorKind(), ref.actor(), ref.key());
        return new Command(there, intent, people, rule, staysHere, settles);
    }

    /** The same command for this conversation and no other. */
    Command staying() {
        return new Command(ref, intent, people, rule, true, settles);
    }

    /** The same command, decided on what is stored as it is. */
    Command unsettled() {
        return new Command(ref, intent, people, rule, staysHere, false);
    }

    /** Decides, mostly on a settled conversation; pure but for the capacity hook. */
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
                spell(part, words);
            }
            return new Intent(act, words);
        }

        /** Spelled out part by part: written as one, the topics {a, b} and the one topic {"a, b"} would be the same. */
        private static void spell(Object part, List<String> words) {
            if (part instanceof Optional<?> maybe) {
                spell(maybe.stream().toList(), words);
            } else if (part instanceof Collection<?> many) {
                words.add(String.valueOf(many.size()));
                many.forEach(one -> spell(one, words));
            } else if (part instanceof Attachment file) {
                spell(List.of(file.id(), file.name(), file.mediaType(), file.size()), words);
            } else if (part instanceof ImportedEntry.Message line) {
                spell(List.of("message", line.at(), line.text(), line.attachments()), words);
            } else if (part instanceof ImportedEntry.Reply line) {
                var names = List.of(line.author(), line.authorName(), line.presentedName());
                spell(List.of("reply", line.at(), names, line.text(), line.attachments()), words);
            } else if (part instanceof ImportedEntry.Note line) {
                var names = List.of(line.author(), line.authorName());
                spell(List.of("note", line.at(), names, line.text(), line.attachments()), words);
            } else if (part instanceof CaseFacts facts) {
                spell(Optional.ofNullable(facts.group()), words);
                spell(facts.topics(), words);
                spell(facts.attributes().keySet(), words);
                spell(facts.attributes().values(), words);
            } else {
                words.add(part.toString());
            }
        }

        String fingerprint() {
            var all = new ArrayList<String>();
            all.add(act);
            all.addAll(content);
            return Fingerprint.of(all);
        }
    }
}
