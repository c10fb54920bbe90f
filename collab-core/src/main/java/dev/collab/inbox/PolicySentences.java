package dev.collab.inbox;

import dev.collab.inbox.PolicySentence.About;
import dev.collab.model.Channel;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.Collision;
import dev.collab.model.ConversationSettings;
import dev.collab.model.GroupId;
import dev.collab.model.InboxSettings;
import dev.collab.model.WhenResolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads settings back in plain English, so that an admin can check what they have said.
 *
 * <p>Two policies that differ read differently, and each sentence is about one setting only. Names the host has given
 * stand in quotation marks with everything escaped that could seem to end them, so that no name can say more than a
 * name.
 */
public final class PolicySentences {
    private final List<PolicySentence> sentences = new ArrayList<>();

    private PolicySentences() {}

    /**
     * Reads settings, stored or not.
     *
     * @param settings the settings
     * @param labels what the host calls its groups; a group that is not in it is called by its id
     * @return the sentences, in the order of {@link About}; whether collaboration is on comes first
     */
    public static List<PolicySentence> of(InboxSettings settings, Map<GroupId, String> labels) {
        var reader = new PolicySentences();
        reader.collaboration(settings.collaboration(), labels);
        reader.say(About.PUBLIC_NAME, "Customers know the inbox as " + Words.quoted(settings.publicName()) + ".");
        reader.conversations(settings.conversations());
        return List.copyOf(reader.sentences);
    }

    /**
     * Reads a policy, without the settings about conversations.
     *
     * @param policy the policy
     * @param labels what the host calls its groups; a group that is not in it is called by its id
     * @return the sentences, in the order of {@link About}; whether collaboration is on comes first
     */
    public static List<PolicySentence> of(CollaborationSettings policy, Map<GroupId, String> labels) {
        var reader = new PolicySentences();
        reader.collaboration(policy, labels);
        return List.copyOf(reader.sentences);
    }

    private void say(About about, String text) {
        sentences.add(new PolicySentence(about, text));
    }

    private void say(About about, boolean holds, String ifSo, String ifNot) {
        say(about, holds ? ifSo : ifNot);
    }

    private void collaboration(CollaborationSettings policy, Map<GroupId, String> labels) {
        say(
                About.COLLABORATION,
                policy.enabled(),
                "Collaboration is on.",
                "Collaboration is off: nobody can be added or invited. If it is switched on, what follows holds.");
        rules(policy, labels);
        int limit = policy.limit();
        say(
                About.LIMIT,
                "At most " + limit + (limit == 1 ? " agent collaborates" : " agents collaborate")
                        + " on one conversation; whoever is invited holds a place.");
        say(
                About.OFFLINE,
                policy.offlineAllowed(),
                "Agents who are offline may be added.",
                "Agents who are offline may not be added.");
        say(About.BOTS, policy.botsAllowed(), "Bots may be added.", "Bots may not be added.");
        say(
                About.MENTIONS,
                policy.mentionAdds(),
                "A note that mentions an agent without access adds them, if a rule allows it.",
                "A note that mentions an agent without access is refused.");
        say(About.CHAT_INVITATION, open("a live chat", Words.time(policy.chatInvitation())));
        say(About.TICKET_INVITATION, open("an e-mail ticket", Words.time(policy.ticketInvitation())));
        say(
                About.WHEN_SWITCHED_OFF,
                switch (policy.whenSwitchedOff()) {
                    case END ->
                        "Switching collaboration off ends all collaborations at once and cancels all invitations.";
                    case KEEP ->
                        "Switching collaboration off leaves those who collaborate until they leave,"
                                + " and cancels all invitations.";
                });
    }

    private static String open(String conversation, String time) {
        return "An invitation to " + conversation + " stays open for " + time + ".";
    }

    private void rules(CollaborationSettings policy, Map<GroupId, String> labels) {
        var words = new RuleWords(labels);
        int number = 0;
        for (var rule : policy.rules()) {
            number++;
            say(About.RULES, words.sentence(number, rule));
        }
        if (number == 0) {
            say(About.RULES, "There are no rules: nobody may add anybody.");
            return;
        }
        say(About.RULES, "The first rule that allows decides; whom no rule allows cannot be added.");
        say(
                About.RULES,
                "Nobody hands on a higher level, or more of what was written, than they have;"
                        + " the assignee and the leads have all.");
    }

    private void conversations(ConversationSettings settings) {
        say(
                About.IDENTITY,
                "Customers see a reply under "
                        + switch (settings.identity()) {
                            case ASSIGNEE -> "the assignee's public name, or the inbox's while nobody is assigned.";
                            case INBOX -> "the inbox's name.";
                            case AUTHOR -> "the public name of whoever wrote it.";
                        });
        say(
                About.GROUP_READING,
                "Agents of a conversation's group read it without taking part "
                        + switch (settings.groupReading()) {
                            case QUEUED -> "while it waits in the queue.";
                            case ALL -> "at any time.";
                        });
        say(
                About.OTHERS_READ,
                settings.othersRead(),
                "Other agents of the inbox read all its conversations without taking part.",
                "Other agents of the inbox read nothing without taking part.");
        say(
                About.RESPONDER_RESOLVES,
                settings.responderResolves(),
                "A responder may resolve a conversation.",
                "A responder may not resolve a conversation.");
        settings.whenResolved().forEach((channel, effect) -> say(About.WHEN_RESOLVED, resolved(channel, effect)));
        settings.collision().forEach((channel, effect) -> say(About.COLLISION, collision(channel, effect)));
        say(About.TEXT_LIMIT, "A text is " + Words.size(settings.textLimit()) + " long at most.");
        say(
                About.REDACTION_WINDOW,
                settings.redactionWindow().isZero(),
                "Authors may not redact what they wrote.",
                "Authors may redact what they wrote for " + Words.time(settings.redactionWindow()) + ".");
        say(
                About.KEYS_KEPT,
                "A command that is sent again within " + Words.time(settings.keysKept()) + " takes effect once.");
    }

    private static String resolved(Channel channel, WhenResolved effect) {
        return "When " + singular(channel) + " is resolved, its collaborations "
                + switch (effect) {
                    case END -> "end.";
                    case SUSPEND -> "are suspended until it is reopened.";
                    case KEEP -> "stay as they are.";
                };
    }

    private static String collision(Channel channel, Collision effect) {
        return "A reply on " + singular(channel) + " that missed something newer is "
                + switch (effect) {
                    case HOLD -> "held, and its author shown what was missed.";
                    case WARN -> "sent, and its author told what was missed.";
                };
    }

    private static String singular(Channel channel) {
        return switch (channel) {
            case LIVE_CHAT -> "a live chat";
            case EMAIL_TICKET -> "an e-mail ticket";
        };
    }
}
