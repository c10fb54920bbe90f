package dev.collab.rules;

import dev.collab.inbox.Presets;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.Candidates;
import dev.collab.model.CaseCondition;
import dev.collab.model.Channel;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.GroupId;
import dev.collab.model.Level;
import java.time.Duration;

/** The policies of docs/policy.md, which shows what each method returns. */
final class PolicyCases {
    static final GroupId FOOTWEAR = Shop.FOOTWEAR;
    static final GroupId ACCESSORIES = Shop.ACCESSORIES;
    static final GroupId TRAINEES = new GroupId("trainees");
    static final GroupId BOTS = new GroupId("bots");

    private PolicyCases() {}

    static CollaborationSettings off() {
        return Presets.off();
    }

    static CollaborationSettings peersOnly() {
        return Presets.peersHelp();
    }

    static CollaborationSettings accessoriesHelpFootwear() {
        return CollaborationSettings.OFF
                .withEnabled(true)
                .withRules(AddRule.allow("accessories help footwear", Adder.ASSIGNEE)
                        .toAdd(ACCESSORIES)
                        .when(CaseCondition.ANY.group(FOOTWEAR)));
    }

    static CollaborationSettings superiorsForVips() {
        return CollaborationSettings.OFF
                .withEnabled(true)
                .withRules(
                        AddRule.allow("superiors for VIPs", Adder.ASSIGNEE)
                                .toAdd(Candidates.SUPERIORS)
                                .when(CaseCondition.ANY.attribute("tier", "vip")),
                        AddRule.allow("peers", Adder.ASSIGNEE).toAdd(Candidates.PEERS));
    }

    static CollaborationSettings traineesGetAdvice() {
        return CollaborationSettings.OFF
                .withEnabled(true)
                .withRules(AddRule.allow("trainees get advice", Adder.ASSIGNEE)
                        .ofGroups(TRAINEES)
                        .upTo(Level.ADVISER));
    }

    static CollaborationSettings ticketsByInvitation() {
        return CollaborationSettings.OFF
                .withEnabled(true)
                .withRules(
                        AddRule.allow("chats at once", Adder.ASSIGNEE)
                                .when(CaseCondition.ANY.channel(Channel.LIVE_CHAT)),
                        AddRule.allow("tickets by invitation", Adder.ASSIGNEE)
                                .when(CaseCondition.ANY.channel(Channel.EMAIL_TICKET))
                                .byInvitation());
    }

    static CollaborationSettings acrossGroupsForTwoHours() {
        return Presets.acrossGroups(Duration.ofHours(2));
    }

    static CollaborationSettings onlySupervisorsAdd() {
        return CollaborationSettings.OFF
                .withEnabled(true)
                .withRules(AddRule.allow("supervisors add", Adder.SUPERVISOR));
    }

    static CollaborationSettings botsAtNight() {
        return CollaborationSettings.OFF
                .withEnabled(true)
                .withBotsAllowed(true)
                .withRules(AddRule.allow("bots at night", Adder.ASSIGNEE)
                        .toAdd(BOTS)
                        .when(CaseCondition.ANY.topic("night")));
    }

    static CollaborationSettings anyAgentWhenUrgent() {
        return CollaborationSettings.OFF
                .withEnabled(true)
                .withRules(AddRule.allow("all hands", Adder.ASSIGNEE, Adder.ANY_AGENT)
                        .when(CaseCondition.ANY.attribute("priority", "urgent")));
    }
}
