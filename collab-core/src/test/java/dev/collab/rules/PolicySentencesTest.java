package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.inbox.PolicySentence;
import dev.collab.inbox.PolicySentence.About;
import dev.collab.inbox.PolicySentences;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.Candidates;
import dev.collab.model.CaseCondition;
import dev.collab.model.Channel;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.ConversationSettings;
import dev.collab.model.GroupId;
import dev.collab.model.InboxSettings;
import dev.collab.model.Level;
import dev.collab.outcome.Reason;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Settings read back as sentences")
class PolicySentencesTest {
    private static final int SEEDS = 3_000;
    private static final AddRule RULE = AddRule.allow("help", Adder.ASSIGNEE);
    private static final Pattern QUOTATION = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");

    /** Two groups of one name, one named like another's id. */
    private static final Map<GroupId, String> LABELS = Map.of(
            new GroupId("footwear"), "Help",
            new GroupId("accessories"), "Help",
            new GroupId("a"), "b",
            new GroupId("\\"), "Socks");

    @Test
    @DisplayName("B-1 B-4 of an inbox nobody has touched say that it is off first, and then what would hold")
    void untouched() {
        assertThat(texts(Shop.untouched().admin().sentences().orElseThrow()))
                .containsExactly(
                        "Collaboration is off: nobody can be added or invited. If it is switched on, what follows holds.",
                        "Rule 1, \"assignee and leads add any agent\": The assignee, a supervisor of the conversation's group"
                                + " or an admin of the inbox may add any agent, as responder.",
                        "The first rule that allows decides; whom no rule allows cannot be added.",
                        "Nobody hands on a higher level, or more of what was written, than they have; the assignee and the"
                                + " leads have all.",
                        "At most 10 agents collaborate on one conversation; whoever is invited holds a place.",
                        "Agents who are offline may be added.",
                        "Bots may not be added.",
                        "A note that mentions an agent without access is refused.",
                        "An invitation to a live chat stays open for 15 minutes.",
                        "An invitation to an e-mail ticket stays open for 1 day.",
                        "Switching collaboration off ends all collaborations at once and cancels all invitations.",
                        "Customers know the inbox as \"Support\".",
                        "Customers see a reply under the assignee's public name, or the inbox's while nobody is assigned.",
                        "Agents of a conversation's group read it without taking part while it waits in the queue.",
                        "Other agents of the inbox read nothing without taking part.",
                        "A responder may not resolve a conversation.",
                        "When a live chat is resolved, its collaborations end.",
                        "When an e-mail ticket is resolved, its collaborations are suspended until it is reopened.",
                        "A reply on a live chat that missed something newer is sent, and its author told what was missed.",
                        "A reply on an e-mail ticket that missed something newer is held, and its author shown what was"
                                + " missed.",
                        "A text is 32 KiB long at most.",
                        "Authors may redact what they wrote for 15 minutes.",
                        "A command that is sent again within 7 days takes effect once.");
    }

    @Test
    @DisplayName("B-4 say who may add whom, in which case, as what and for how long")
    void rules() {
        assertThat(read(RULE.toAdd(Shop.ACCESSORIES).when(CaseCondition.ANY.channel(Channel.LIVE_CHAT))))
                .isEqualTo("The assignee may add agents of \"accessories\", on live chats, as responder.");
        assertThat(read(AddRule.allow("help", Adder.SYSTEM, Adder.COLLABORATOR, Adder.ANY_AGENT)
                        .toAdd(Candidates.PEERS, Candidates.SUPERIORS)
                        .upTo(Level.OBSERVER)))
                .isEqualTo(
                        "A collaborator, any agent of the inbox who can read the conversation or an automation of the"
                                + " host may add agents who share a group with them or supervisors of the conversation's group and"
                                + " admins of the inbox, as observer only.");
        assertThat(read(RULE.ofGroups(Shop.FOOTWEAR, Shop.ACCESSORIES)
                        .byInvitation()
                        .upTo(Level.ADVISER)
                        .when(CaseCondition.ANY
                                .group(Shop.FOOTWEAR)
                                .topic("boots", "shoes")
                                .attribute("priority", "urgent")
                                .attribute("tier", "gold", "vip"))
                        .lasting(Duration.ofMinutes(90))))
                .isEqualTo(
                        "The assignee, if they belong to \"accessories\" or \"footwear\", may invite any agent, in"
                                + " conversations of \"footwear\", about \"boots\" or \"shoes\", where \"priority\" is \"urgent\" and"
                                + " \"tier\" is \"gold\" or \"vip\", as adviser at most, for 1 hour and 30 minutes once they accept.");
        assertThat(read(RULE.when(CaseCondition.ANY.attribute("tier"))))
                .isEqualTo(
                        "The assignee may add any agent, where \"tier\" is one of no values, so never, as responder.");
    }

    @Test
    @DisplayName("B-4 say that nobody may add anybody where there are no rules")
    void noRules() {
        var policy = CollaborationSettings.OFF.withEnabled(true).withRules();

        assertThat(texts(PolicySentences.of(policy, Map.of())))
                .startsWith("Collaboration is on.", "There are no rules: nobody may add anybody.");
    }

    @Test
    @DisplayName("B-1 are for admins of the inbox only")
    void adminsOnly() {
        var shop = Shop.open();

        for (var other : List.of(Shop.SUE, Shop.ASHA, Shop.ZED, Shop.NOBODY)) {
            var desk = shop.collab.admin(other).inbox(Shop.INBOX);
            assertThat(Shop.reason(desk.sentences())).isEqualTo(Reason.NOT_PERMITTED);
            assertThat(Shop.reason(desk.sentences(LABELS))).isEqualTo(Reason.NOT_PERMITTED);
        }
    }

    @Test
    @DisplayName("B-4 call groups as the host does, with the id where the name says too little")
    void labels() {
        var rule = RULE.toAdd(new GroupId("footwear"), new GroupId("\\"), new GroupId("b"), new GroupId("x"));

        assertThat(PolicySentences.of(CollaborationSettings.OFF.withRules(rule), LABELS))
                .extracting(PolicySentence::text)
                .contains(
                        "Rule 1, \"help\": The assignee may add agents of \"Socks\", \"b\" (\"b\"), \"Help\" (\"footwear\")"
                                + " or \"x\", as responder.");
    }

    @Test
    @DisplayName("B-4 keep what the host has named within its quotation marks")
    void quotations() {
        assertThat(read(RULE.toAdd(new GroupId("x, as responder")).upTo(Level.OBSERVER)))
                .isEqualTo("The assignee may add agents of \"x, as responder\", as observer only.");
        assertThat(read(RULE.toAdd(new GroupId("x\", as responder")).upTo(Level.OBSERVER)))
                .isEqualTo("The assignee may add agents of \"x\\\", as responder\", as observer only.");
        assertThat(read(RULE.toAdd(new GroupId("x\u201D\u202E\u00A0")).upTo(Level.OBSERVER)))
                .isEqualTo("The assignee may add agents of \"x\\\u201D\\u{202e}\\u{a0}\", as observer only.");
        assertThat(texts(PolicySentences.of(
                        InboxSettings.untouched(Shop.INBOX).withPublicName("A\nBots may be added."), Map.of())))
                .contains("Customers know the inbox as \"A\\u{a}Bots may be added.\".");
    }

    @Test
    @DisplayName("B-4 no name of the host changes a word outside of quotation marks")
    void namesSayNothing() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var awkward = new Policies(seed).rule("a");
            var plain = renamed(awkward);

            assertThat(QUOTATION.matcher(read(awkward)).replaceAll("_"))
                    .as("seed %s", seed)
                    .isEqualTo(QUOTATION.matcher(read(plain)).replaceAll("_"));
        }
    }

    @Test
    @DisplayName("B-4 of settings that differ never read the same")
    void differentSettingsReadDifferently() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var draw = new Policies(seed);
            var one = draw.settings();
            var other = draw.coin()
                    ? draw.settings()
                    : draw.one(List.copyOf(draw.changes().values())).apply(one);

            for (var labels : List.of(Map.<GroupId, String>of(), LABELS)) {
                assertThat(texts(PolicySentences.of(one, labels)).equals(texts(PolicySentences.of(other, labels))))
                        .as("seed %s: %s and %s", seed, one, other)
                        .isEqualTo(one.equals(other));
            }
        }
    }

    @Test
    @DisplayName("B-4 changing a setting changes what is said about it, and nothing else")
    void eachSettingHasItsSentences() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var draw = new Policies(seed);
            var before = draw.settings();
            for (var change : draw.changes().entrySet()) {
                var after = change.getValue().apply(before);
                if (after.equals(before)) {
                    continue;
                }
                Predicate<PolicySentence> about = sentence -> sentence.about() == change.getKey();

                assertThat(said(before, about)).as("seed %s", seed).isNotEqualTo(said(after, about));
                assertThat(said(before, about.negate())).as("seed %s", seed).isEqualTo(said(after, about.negate()));
            }
        }
    }

    @Test
    @DisplayName("B-4 changing a part of a rule changes that rule's sentence, and no other")
    void eachRuleHasItsSentence() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var draw = new Policies(seed);
            var first = draw.rule("first");
            var last = draw.rule("last");
            for (var part : draw.ruleParts().values()) {
                var before = draw.rule("rule");
                var after = part.apply(before);
                var said = PolicySentences.of(CollaborationSettings.OFF.withRules(first, before, last), Map.of());
                var then = PolicySentences.of(CollaborationSettings.OFF.withRules(first, after, last), Map.of());

                assertThat(said.get(2).equals(then.get(2)))
                        .as("seed %s: %s and %s", seed, before, after)
                        .isEqualTo(before.equals(after));
                assertThat(without(said, 2)).isEqualTo(without(then, 2));
            }
        }
    }

    @Test
    @DisplayName("B-4 cover every component there is, so that a new one cannot be forgotten")
    void everyComponentIsCovered() {
        var draw = new Policies(0);
        var said = Stream.of(CollaborationSettings.class, ConversationSettings.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT))
                .map(name -> OTHERWISE_CALLED.getOrDefault(name, name))
                .collect(Collectors.toCollection(TreeSet::new));
        said.add("PUBLIC_NAME");

        assertThat(components(InboxSettings.class))
                .containsExactlyInAnyOrder(
                        "inbox",
                        "revision",
                        "epoch",
                        "invitationEpoch",
                        "epochSince",
                        "publicName",
                        "collaboration",
                        "conversations");
        assertThat(Arrays.stream(About.values()).map(About::name)).containsExactlyInAnyOrderElementsOf(said);
        assertThat(draw.changes().keySet()).containsExactlyInAnyOrder(About.values());
        assertThat(components(AddRule.class)).containsExactlyInAnyOrderElementsOf(with(draw.ruleParts(), "name"));
        assertThat(components(CaseCondition.class))
                .isEqualTo(draw.conditionParts().keySet());
    }

    private static final Map<String, String> OTHERWISE_CALLED = Map.of(
            "ENABLED", "COLLABORATION",
            "OFFLINE_ALLOWED", "OFFLINE",
            "BOTS_ALLOWED", "BOTS",
            "MENTION_ADDS", "MENTIONS");

    private static Set<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> with(Map<String, ?> names, String one) {
        var all = new TreeSet<>(names.keySet());
        all.add(one);
        return all;
    }

    /** The sentence of the one rule, without its number and name. */
    private static String read(AddRule rule) {
        var sentence = PolicySentences.of(CollaborationSettings.OFF.withRules(rule), Map.of()).stream()
                .filter(one -> one.about() == About.RULES)
                .findFirst()
                .orElseThrow();
        var start = "Rule 1, \"" + rule.name() + "\": ";
        assertThat(sentence.text()).startsWith(start);
        return sentence.text().substring(start.length());
    }

    /** The same rule, in which everything has a harmless name. */
    private static AddRule renamed(AddRule rule) {
        var plain = new AddRule(
                rule.name(),
                rule.who(),
                groups(rule.whoGroups()),
                rule.whom(),
                groups(rule.whomGroups()),
                new CaseCondition(
                        rule.when().channels(),
                        groups(rule.when().groups()),
                        texts(rule.when().topics()),
                        Map.of()),
                rule.upTo(),
                rule.acceptance(),
                rule.timeBox());
        var attributes = List.copyOf(rule.when().attributes().values());
        var when = plain.when();
        for (int index = 0; index < attributes.size(); index++) {
            when = when.attribute("n" + index, texts(attributes.get(index)).toArray(String[]::new));
        }
        return plain.when(when);
    }

    private static Set<GroupId> groups(Set<GroupId> some) {
        return texts(some).stream().map(GroupId::new).collect(Collectors.toSet());
    }

    private static Set<String> texts(Set<?> some) {
        return Stream.iterate(0, number -> number + 1)
                .limit(some.size())
                .map(number -> "t" + number)
                .collect(Collectors.toSet());
    }

    private static List<String> texts(List<PolicySentence> sentences) {
        return sentences.stream().map(PolicySentence::toString).toList();
    }

    private static List<String> said(InboxSettings settings, Predicate<PolicySentence> about) {
        return PolicySentences.of(settings, Map.of()).stream()
                .filter(about)
                .map(PolicySentence::text)
                .toList();
    }

    private static List<PolicySentence> without(List<PolicySentence> sentences, int index) {
        return Stream.concat(sentences.stream().limit(index), sentences.stream().skip(index + 1))
                .toList();
    }
}
