package dev.collab.model;

import java.time.Duration;
import java.util.List;

/**
 * Is the policy of an inbox as data: whether agents may add others, who, whom, and how.
 *
 * @param enabled whether collaboration is on
 * @param rules who may add whom; tried in order, the first that allows decides, and an empty list allows nobody
 * @param limit how many collaborators and pending invitations one conversation holds at most, at least 1; default 10
 * @param whenSwitchedOff what switching off does to those who take part; default END
 * @param offlineAllowed whether agents who are offline may be added; default true
 * @param botsAllowed whether bots may be added; default false
 * @param mentionAdds whether mentioning somebody without access adds them, by the same rules; by default it is refused
 * @param chatInvitation how long an invitation to a live chat stays open; default 15 minutes
 * @param ticketInvitation how long an invitation to a ticket stays open; default 24 hours
 */
public record CollaborationSettings(
        boolean enabled,
        List<AddRule> rules,
        int limit,
        WhenSwitchedOff whenSwitchedOff,
        boolean offlineAllowed,
        boolean botsAllowed,
        boolean mentionAdds,
        Duration chatInvitation,
        Duration ticketInvitation) {
    /** Switched off, with the rule that holds once it is switched on and nothing else is said. */
    public static final CollaborationSettings OFF = new CollaborationSettings(
            false,
            List.of(AddRule.UNLESS_SAID),
            10,
            WhenSwitchedOff.END,
            true,
            false,
            false,
            Duration.ofMinutes(15),
            Duration.ofHours(24));

    /** Copies the rules and checks the limits. */
    public CollaborationSettings {
        rules = List.copyOf(rules);
        Checks.atLeast("limit", 1, limit);
        Checks.that(
                rules.stream().map(AddRule::name).distinct().count() == rules.size(),
                "rules",
                "must have different names");
        Checks.that(chatInvitation.compareTo(Duration.ZERO) > 0, "chat invitation", "must be positive");
        Checks.that(ticketInvitation.compareTo(Duration.ZERO) > 0, "ticket invitation", "must be positive");
    }

    /**
     * Gives the same policy switched on or off.
     *
     * @param on true for on
     * @return a copy
     */
    public CollaborationSettings withEnabled(boolean on) {
        return new CollaborationSettings(
                on,
                rules,
                limit,
                whenSwitchedOff,
                offlineAllowed,
                botsAllowed,
                mentionAdds,
                chatInvitation,
                ticketInvitation);
    }

    /**
     * Gives the same policy with other rules.
     *
     * @param others the rules, in the order they are tried
     * @return a copy
     */
    public CollaborationSettings withRules(AddRule... others) {
        return new CollaborationSettings(
                enabled,
                List.of(others),
                limit,
                whenSwitchedOff,
                offlineAllowed,
                botsAllowed,
                mentionAdds,
                chatInvitation,
                ticketInvitation);
    }

    /**
     * Gives the same policy with another limit.
     *
     * @param other the limit
     * @return a copy
     */
    public CollaborationSettings withLimit(int other) {
        return new CollaborationSettings(
                enabled,
                rules,
                other,
                whenSwitchedOff,
                offlineAllowed,
                botsAllowed,
                mentionAdds,
                chatInvitation,
                ticketInvitation);
    }

    /**
     * Gives the same policy with another choice for switching off.
     *
     * @param other the choice
     * @return a copy
     */
    public CollaborationSettings withWhenSwitchedOff(WhenSwitchedOff other) {
        return new CollaborationSettings(
                enabled,
                rules,
                limit,
                other,
                offlineAllowed,
                botsAllowed,
                mentionAdds,
                chatInvitation,
                ticketInvitation);
    }

    /**
     * Gives the same policy with another choice for agents who are offline.
     *
     * @param allowed whether they may be added
     * @return a copy
     */
    public CollaborationSettings withOfflineAllowed(boolean allowed) {
        return new CollaborationSettings(
                enabled,
                rules,
                limit,
                whenSwitchedOff,
                allowed,
                botsAllowed,
                mentionAdds,
                chatInvitation,
                ticketInvitation);
    }

    /**
     * Gives the same policy with another choice for mentions.
     *
     * @param adds whether mentioning somebody without access adds them
     * @return a copy
     */
    public CollaborationSettings withMentionAdds(boolean adds) {
        return new CollaborationSettings(
                enabled,
                rules,
                limit,
                whenSwitchedOff,
                offlineAllowed,
                botsAllowed,
                adds,
                chatInvitation,
                ticketInvitation);
    }

    /**
     * Gives the same policy with another choice for bots.
     *
     * @param allowed whether they may be added
     * @return a copy
     */
    public CollaborationSettings withBotsAllowed(boolean allowed) {
        return new CollaborationSettings(
                enabled,
                rules,
                limit,
                whenSwitchedOff,
                offlineAllowed,
                allowed,
                mentionAdds,
                chatInvitation,
                ticketInvitation);
    }
}
