package dev.collab.rules;

import static dev.collab.model.Channel.EMAIL_TICKET;
import static dev.collab.model.Channel.LIVE_CHAT;
import static dev.collab.rules.PolicyTale.BOOTS;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.BOT;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;

import dev.collab.collaboration.AddOptions;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The business cases of docs/policy.md: why, by which policy, and a story that shows what becomes of it. */
@SuppressWarnings("ImmutableEnumChecker")
enum PolicyCase {
    NOBODY_HELPS("Nobody helps", "Collaboration is not wanted, or not yet.", "off", PolicyCases::off, tale -> {
        var chat = tale.opened("A chat", LIVE_CHAT, BOOTS, ASHA);
        tale.looks(ASHA, chat);
        tale.adds(ASHA, BO, chat);
        tale.adds(SUE, BO, chat);
        tale.joins(ADA, chat);
    }),

    PEERS_ONLY(
            "Only peers help",
            "Agents of a group know each other's work; nobody else is to read along.",
            "peersOnly",
            PolicyCases::peersOnly,
            tale -> {
                var chat = tale.opened("A chat", LIVE_CHAT, BOOTS, ASHA);
                tale.looks(ASHA, chat);
                tale.adds(ASHA, FIN, chat);
                tale.replies(FIN, chat);
                tale.adds(ASHA, BO, chat);
                tale.adds(FIN, SUE, chat);
            }),

    ACCESSORIES_HELP_FOOTWEAR(
            "Accessories help footwear",
            "Who buys boots often asks for a charger as well. Footwear may get help from accessories, not the other way"
                    + " round.",
            "accessoriesHelpFootwear",
            PolicyCases::accessoriesHelpFootwear,
            tale -> {
                var chat = tale.opened("A chat of footwear", LIVE_CHAT, BOOTS, ASHA);
                tale.looks(ASHA, chat);
                tale.adds(ASHA, BO, chat);
                tale.replies(BO, chat);
                tale.adds(ASHA, FIN, chat);
                var other =
                        tale.opened("A chat of accessories", LIVE_CHAT, BOOTS.withGroup(PolicyCases.ACCESSORIES), BO);
                tale.looks(BO, other);
            }),

    SUPERIORS_FOR_VIPS(
            "VIP customers may get superiors",
            "A superior's time is for the customers who matter most; peers help with all others. The tier is an attribute"
                    + " the host gives.",
            "superiorsForVips",
            PolicyCases::superiorsForVips,
            tale -> {
                var vip = tale.opened("A VIP's chat", LIVE_CHAT, PolicyTale.with("tier", "vip"), ASHA);
                tale.looks(ASHA, vip);
                tale.adds(ASHA, ADA, vip);
                var other = tale.opened("Any other chat", LIVE_CHAT, BOOTS, ASHA);
                tale.looks(ASHA, other);
                tale.adds(ASHA, ADA, other);
            }),

    TRAINEES_GET_ADVICE(
            "Trainees get advice",
            "Trainees answer their customers themselves; whoever helps them writes notes only. Fin is a trainee here.",
            "traineesGetAdvice",
            PolicyCases::traineesGetAdvice,
            tale -> {
                tale.shop.people.change(FIN, person -> person.groups(PolicyCases.FOOTWEAR, PolicyCases.TRAINEES));
                var chat = tale.opened("A chat", LIVE_CHAT, BOOTS, FIN);
                tale.adds(FIN, BO, chat, AddOptions.at(Level.RESPONDER));
                tale.adds(FIN, BO, chat);
                tale.notes(BO, chat);
                tale.replies(BO, chat);
                var other = tale.opened("Another chat", LIVE_CHAT, BOOTS, ASHA);
                tale.looks(ASHA, other);
            }),

    TICKETS_BY_INVITATION(
            "Tickets by invitation",
            "A chat cannot wait, a ticket can: there the colleague decides whether to take part.",
            "ticketsByInvitation",
            PolicyCases::ticketsByInvitation,
            tale -> {
                var ticket = tale.opened("A ticket", EMAIL_TICKET, BOOTS, ASHA);
                tale.adds(ASHA, BO, ticket);
                tale.reads(BO, ticket);
                tale.accepts(BO, ticket);
                tale.reads(BO, ticket);
                var chat = tale.opened("A chat", LIVE_CHAT, BOOTS, ASHA);
                tale.adds(ASHA, BO, chat);
            }),

    ACROSS_GROUPS_FOR_TWO_HOURS(
            "Across groups for two hours",
            "Anybody may help, but nobody keeps reading a conversation they have long left behind.",
            "acrossGroupsForTwoHours",
            PolicyCases::acrossGroupsForTwoHours,
            tale -> {
                var chat = tale.opened("A chat", LIVE_CHAT, BOOTS, ASHA);
                tale.adds(ASHA, BO, chat);
                tale.replies(BO, chat);
                tale.later(Duration.ofHours(2));
                tale.replies(BO, chat);
                tale.reads(BO, chat);
            }),

    ONLY_SUPERVISORS_ADD(
            "Only supervisors add",
            "Whose time is spent on what is for the supervisor to say.",
            "onlySupervisorsAdd",
            PolicyCases::onlySupervisorsAdd,
            tale -> {
                var chat = tale.opened("A chat", LIVE_CHAT, BOOTS, ASHA);
                tale.looks(ASHA, chat);
                tale.adds(ASHA, BO, chat);
                tale.adds(SUE, BO, chat);
                tale.adds(ADA, FIN, chat);
            }),

    BOTS_AT_NIGHT(
            "Bots help at night",
            "At night few colleagues are there. The host gives what arrives then the topic \"night\"; by day no bot takes"
                    + " part.",
            "botsAtNight",
            PolicyCases::botsAtNight,
            tale -> {
                tale.shop.people.change(BOT, person -> person.groups(PolicyCases.BOTS));
                var night = tale.opened("A chat at night", LIVE_CHAT, PolicyTale.about("night"), ASHA);
                tale.looks(ASHA, night);
                tale.adds(ASHA, BOT, night);
                tale.replies(BOT, night);
                var day = tale.opened("A chat by day", LIVE_CHAT, BOOTS, ASHA);
                tale.adds(ASHA, BOT, day);
            }),

    ANY_AGENT_WHEN_URGENT(
            "All hands when it is urgent",
            "On an urgent conversation every agent of the inbox who can read it may bring somebody in. Here the inbox lets"
                    + " its agents read; who reads from outside hands on reading, the assignee everything.",
            "anyAgentWhenUrgent",
            PolicyCases::anyAgentWhenUrgent,
            tale -> {
                tale.shop.conversations(now -> now.withReading(now.groupReading(), true));
                var urgent = tale.opened("An urgent chat", LIVE_CHAT, PolicyTale.with("priority", "urgent"), ASHA);
                tale.adds(MO, BO, urgent);
                tale.adds(ASHA, FIN, urgent);
                var other = tale.opened("Any other chat", LIVE_CHAT, BOOTS, ASHA);
                tale.adds(MO, BO, other);
                tale.adds(ASHA, FIN, other);
            });

    private final String title;
    private final String why;
    private final String method;
    private final Supplier<CollaborationSettings> policy;
    private final Consumer<PolicyTale> story;

    PolicyCase(
            String title,
            String why,
            String method,
            Supplier<CollaborationSettings> policy,
            Consumer<PolicyTale> story) {
        this.title = title;
        this.why = why;
        this.method = method;
        this.policy = policy;
        this.story = story;
    }

    String title() {
        return title;
    }

    String why() {
        return why;
    }

    /** The method that makes the policy, whose source the document shows; the test has the same name. */
    String method() {
        return method;
    }

    CollaborationSettings policy() {
        return policy.get();
    }

    /** What comes of the story, line by line. */
    List<String> told() {
        var tale = new PolicyTale(policy());
        story.accept(tale);
        return tale.lines();
    }
}
