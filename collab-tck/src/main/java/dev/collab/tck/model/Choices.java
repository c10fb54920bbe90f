package dev.collab.tck.model;

import dev.collab.collaboration.AddOptions;
import dev.collab.inmemory.Person;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.Channel;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.ConversationSettings;
import dev.collab.model.GroupReading;
import dev.collab.model.HistoryWindow;
import dev.collab.model.InboxSettings;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import dev.collab.model.WhenResolved;
import dev.collab.model.WhenSwitchedOff;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What the number of a step's choice stands for. */
final class Choices {
    static final int BY_INVITATION = 10;
    static final Duration TIME_BOX = Duration.ofMinutes(10);
    private static final String QUESTION = "canary: could you look at this?";

    private Choices() {}

    static InboxSettings settings(InboxSettings now, int choice) {
        var collaboration = now.collaboration();
        var conversations = now.conversations();
        return switch (choice) {
            case 0, 1 -> now.withCollaboration(collaboration.withEnabled(true));
            case 3 -> now.withCollaboration(collaboration.withEnabled(false));
            case 4 -> now.withCollaboration(collaboration.withWhenSwitchedOff(WhenSwitchedOff.KEEP));
            case 5 -> now.withCollaboration(collaboration.withWhenSwitchedOff(WhenSwitchedOff.END));
            case 6, 7, 8 -> now.withCollaboration(collaboration.withLimit(choice - 5));
            case 2 -> now.withCollaboration(rules(collaboration, BY_INVITATION));
            case 9, BY_INVITATION, 11, 12 -> now.withCollaboration(rules(collaboration, choice));
            case 13 -> now.withConversations(conversations.withReading(GroupReading.ALL, true));
            case 14 -> now.withConversations(conversations.withReading(GroupReading.QUEUED, false));
            default -> now.withConversations(whenResolved(conversations));
        };
    }

    private static CollaborationSettings rules(CollaborationSettings collaboration, int choice) {
        var everybody = AddRule.allow("everybody", Adder.ASSIGNEE, Adder.COLLABORATOR, Adder.SUPERVISOR, Adder.ADMIN);
        return switch (choice) {
            case 9 -> collaboration.withRules(everybody.lasting(TIME_BOX));
            case BY_INVITATION -> collaboration.withRules(everybody.byInvitation());
            case 11 -> collaboration.withRules(everybody.upTo(Level.ADVISER));
            default -> collaboration.withRules(everybody);
        };
    }

    /** What was in force for chats comes into force for tickets, and chats get the next. */
    private static ConversationSettings whenResolved(ConversationSettings settings) {
        var chat = Objects.requireNonNull(settings.whenResolved().get(Channel.LIVE_CHAT));
        var next = switch (chat) {
            case END -> WhenResolved.SUSPEND;
            case SUSPEND -> WhenResolved.KEEP;
            case KEEP -> WhenResolved.END;
        };
        return settings.withWhenResolved(Channel.EMAIL_TICKET, chat)
                .withWhenResolved(Channel.LIVE_CHAT, next)
                .withResponderResolves(!settings.responderResolves());
    }

    static Person person(Person person, int choice) {
        return switch (choice) {
            case 0, 1, 2 -> person.active(false);
            case 3 -> person.ceiling(Level.ADVISER);
            case 4 -> person.ceiling(Level.OBSERVER);
            case 5 -> person.groups();
            case 6 -> person.groups(World.FOOTWEAR);
            case 7 -> person.groups(World.ACCESSORIES);
            case 8 -> person.presence(Presence.OFFLINE);
            case 9 -> person.publicName("A new name");
            default -> person.active(true).ceiling(Level.RESPONDER);
        };
    }

    static AddOptions options(int choice) {
        return switch (choice) {
            case 0, 1 -> AddOptions.at(Level.OBSERVER);
            case 2, 3 -> AddOptions.at(Level.ADVISER);
            case 4 -> AddOptions.at(Level.RESPONDER).asking(QUESTION);
            case 5, 6, 7 -> AddOptions.NONE.reading(HistoryWindow.FROM_ADD).asking(QUESTION);
            case 8 -> new AddOptions(Optional.of(Level.ADVISER), Optional.of(HistoryWindow.FULL), Optional.empty());
            default -> AddOptions.NONE;
        };
    }

    static Optional<String> reason(int choice) {
        return choice % 2 == 0 ? Optional.of("canary: no time " + choice) : Optional.empty();
    }

    static Duration time(int choice) {
        return switch (choice % 5) {
            case 0 -> Duration.ofSeconds(1);
            case 1 -> Duration.ofMinutes(9);
            case 2 -> Duration.ofMinutes(11);
            case 3 -> Duration.ofHours(2);
            default -> Duration.ofHours(25);
        };
    }
}
