package dev.collab.inbox;

import dev.collab.model.Acceptance;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.Candidates;
import dev.collab.model.CaseCondition;
import dev.collab.model.Channel;
import dev.collab.model.GroupId;
import dev.collab.model.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts one rule of the policy into words: who may add whom, in which case, as what, for how long. */
final class RuleWords {
    private final Map<GroupId, String> labels;

    RuleWords(Map<GroupId, String> labels) {
        this.labels = labels;
    }

    String sentence(int number, AddRule rule) {
        return "Rule " + number + ", " + Words.quoted(rule.name()) + ": " + Words.capitalised(who(rule)) + act(rule)
                + whom(rule) + when(rule.when()) + as(rule.upTo()) + lasting(rule) + ".";
    }

    private String who(AddRule rule) {
        var who = Words.either(rule.who().stream().map(RuleWords::adder).toList());
        return rule.whoGroups().isEmpty()
                ? who
                : who + ", if they belong to " + Words.groups(rule.whoGroups(), labels) + ",";
    }

    private static String adder(Adder adder) {
        return switch (adder) {
            case ASSIGNEE -> "the assignee";
            case COLLABORATOR -> "a collaborator";
            case SUPERVISOR -> "a supervisor of the conversation's group";
            case ADMIN -> "an admin of the inbox";
            case ANY_AGENT -> "any agent of the inbox who can read the conversation";
            case SYSTEM -> "an automation of the host";
        };
    }

    private static String act(AddRule rule) {
        return switch (rule.acceptance()) {
            case INSTANT -> " may add ";
            case INVITATION -> " may invite ";
        };
    }

    private String whom(AddRule rule) {
        return Words.either(
                rule.whom().stream().map(whom -> candidates(whom, rule)).toList());
    }

    private String candidates(Candidates candidates, AddRule rule) {
        return switch (candidates) {
            case PEERS -> "agents who share a group with them";
            case NAMED_GROUPS -> "agents of " + Words.groups(rule.whomGroups(), labels);
            case ANYONE -> "any agent";
            case SUPERIORS -> "supervisors of the conversation's group and admins of the inbox";
        };
    }

    private String when(CaseCondition condition) {
        var parts = new ArrayList<String>();
        if (!condition.channels().isEmpty()) {
            parts.add("on " + Words.either(channels(condition.channels())));
        }
        if (!condition.groups().isEmpty()) {
            parts.add("in conversations of " + Words.groups(condition.groups(), labels));
        }
        if (!condition.topics().isEmpty()) {
            parts.add("about " + Words.anyOf(condition.topics()));
        }
        if (!condition.attributes().isEmpty()) {
            parts.add(condition.attributes().entrySet().stream()
                    .map(wanted -> attribute(wanted.getKey(), wanted.getValue()))
                    .collect(Collectors.joining(" and ", "where ", "")));
        }
        return parts.stream().map(part -> ", " + part).collect(Collectors.joining());
    }

    private static List<String> channels(Collection<Channel> channels) {
        return channels.stream().map(channel -> plural(channel)).toList();
    }

    private static String plural(Channel channel) {
        return switch (channel) {
            case LIVE_CHAT -> "live chats";
            case EMAIL_TICKET -> "e-mail tickets";
        };
    }

    private static String attribute(String name, Collection<String> values) {
        // Nothing is one of none; such a rule is there and allows nobody.
        return values.isEmpty()
                ? Words.quoted(name) + " is one of no values, so never"
                : Words.quoted(name) + " is " + Words.anyOf(values);
    }

    private static String as(Level upTo) {
        return switch (upTo) {
            case OBSERVER -> ", as observer only";
            case ADVISER -> ", as adviser at most";
            case RESPONDER -> ", as responder";
        };
    }

    private static String lasting(AddRule rule) {
        var timeBox = rule.timeBox();
        if (timeBox == null) {
            return "";
        }
        return ", for " + Words.time(timeBox) + (rule.acceptance() == Acceptance.INVITATION ? " once they accept" : "");
    }
}
