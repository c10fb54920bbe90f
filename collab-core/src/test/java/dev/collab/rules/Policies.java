package dev.collab.rules;

import dev.collab.inbox.PolicySentence.About;
import dev.collab.model.Acceptance;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.Candidates;
import dev.collab.model.CaseCondition;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.Collision;
import dev.collab.model.ConversationSettings;
import dev.collab.model.GroupId;
import dev.collab.model.GroupReading;
import dev.collab.model.IdentityPolicy;
import dev.collab.model.InboxSettings;
import dev.collab.model.Level;
import dev.collab.model.WhenResolved;
import dev.collab.model.WhenSwitchedOff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Draws policies: any settings there can be, with values that are often the same and names that are awkward. */
final class Policies {
    /** Names as a host may give them, some of which would end a quotation or a sentence if they could. */
    static final List<String> NAMES = List.of(
            "footwear",
            "accessories",
            "x, as responder",
            "x\", as responder",
            "x\\\", as responder",
            "x\u201D, as responder",
            "a\" or \"b",
            "a",
            "b",
            "a\\",
            "\\",
            "\"",
            "a\u00A0b",
            "a b",
            "a\u200Bb",
            "\u202Ereversed",
            "\uD83D\uDC5F",
            "Rule 2, \"b\": any agent may add any agent");

    private static final List<Duration> TIMES = List.of(
            Duration.ofNanos(1),
            Duration.ofMillis(1_500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(61),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(24),
            Duration.ofHours(25),
            Duration.ofDays(7));

    private final Random random;
    private final List<String> names;

    Policies(long seed) {
        this(seed, NAMES);
    }

    /** {@return policies in which topics, attributes and groups are called by these names} */
    Policies(long seed, List<String> names) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.names = names;
    }

    boolean coin() {
        return random.nextBoolean();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    <E extends Enum<E>> E one(Class<E> type) {
        return one(List.of(type.getEnumConstants()));
    }

    /** Up to two of them; more would seldom be equal. */
    <T> Set<T> some(int least, Supplier<T> draw) {
        var some = new HashSet<T>();
        int wanted = least + below(3 - least);
        while (some.size() < wanted) {
            some.add(draw.get());
        }
        return some;
    }

    private <E extends Enum<E>> Set<E> someOf(int least, Class<E> type) {
        return some(least, () -> one(type));
    }

    String name() {
        return one(names);
    }

    GroupId group() {
        return new GroupId(name().strip());
    }

    private Duration time() {
        return one(TIMES);
    }

    InboxSettings settings() {
        var settings = InboxSettings.untouched(Shop.INBOX);
        for (var change : changes().values()) {
            settings = coin() ? change.apply(settings) : settings;
        }
        return settings;
    }

    /** A policy with rules of its own, many of which allow something in the cases that are drawn here. */
    CollaborationSettings policy() {
        var rules = rules().stream()
                .map(rule -> coin() ? rule.when(CaseCondition.ANY) : rule)
                .map(rule -> coin() ? with(rule, who(rule), Set.of(), rule.whom(), rule.whomGroups()) : rule);
        return settings().collaboration().withRules(rules.toArray(AddRule[]::new));
    }

    private static Set<Adder> who(AddRule rule) {
        var more = new HashSet<>(rule.who());
        more.addAll(Set.of(Adder.ASSIGNEE, Adder.COLLABORATOR, Adder.ADMIN));
        return more;
    }

    /** Each setting with something that draws it anew. */
    Map<About, UnaryOperator<InboxSettings>> changes() {
        var changes = new EnumMap<About, UnaryOperator<InboxSettings>>(About.class);
        collaborationChanges()
                .forEach((about, draw) -> changes.put(
                        about, settings -> settings.withCollaboration(draw.apply(settings.collaboration()))));
        conversationChanges()
                .forEach((about, draw) -> changes.put(
                        about, settings -> settings.withConversations(draw.apply(settings.conversations()))));
        changes.put(About.PUBLIC_NAME, settings -> settings.withPublicName(name()));
        return changes;
    }

    private Map<About, UnaryOperator<CollaborationSettings>> collaborationChanges() {
        var changes = new EnumMap<About, UnaryOperator<CollaborationSettings>>(About.class);
        changes.put(About.COLLABORATION, now -> now.withEnabled(coin()));
        changes.put(About.RULES, now -> now.withRules(rules().toArray(AddRule[]::new)));
        changes.put(About.LIMIT, now -> now.withLimit(1 + below(4)));
        changes.put(About.OFFLINE, now -> now.withOfflineAllowed(coin()));
        changes.put(About.BOTS, now -> now.withBotsAllowed(coin()));
        changes.put(About.MENTIONS, now -> now.withMentionAdds(coin()));
        changes.put(About.WHEN_SWITCHED_OFF, now -> now.withWhenSwitchedOff(one(WhenSwitchedOff.class)));
        changes.put(About.CHAT_INVITATION, now -> invitations(now, time(), now.ticketInvitation()));
        changes.put(About.TICKET_INVITATION, now -> invitations(now, now.chatInvitation(), time()));
        return changes;
    }

    private static CollaborationSettings invitations(CollaborationSettings now, Duration chat, Duration ticket) {
        return new CollaborationSettings(
                now.enabled(),
                now.rules(),
                now.limit(),
                now.whenSwitchedOff(),
                now.offlineAllowed(),
                now.botsAllowed(),
                now.mentionAdds(),
                chat,
                ticket);
    }

    private Map<About, UnaryOperator<ConversationSettings>> conversationChanges() {
        var changes = new EnumMap<About, UnaryOperator<ConversationSettings>>(About.class);
        changes.put(About.IDENTITY, now -> now.withIdentity(one(IdentityPolicy.class)));
        changes.put(About.GROUP_READING, now -> now.withReading(one(GroupReading.class), now.othersRead()));
        changes.put(About.OTHERS_READ, now -> now.withReading(now.groupReading(), coin()));
        changes.put(About.RESPONDER_RESOLVES, now -> now.withResponderResolves(coin()));
        changes.put(About.WHEN_RESOLVED, now -> now.withWhenResolved(one(Channel.class), one(WhenResolved.class)));
        changes.put(About.COLLISION, now -> now.withCollision(one(Channel.class), one(Collision.class)));
        changes.put(About.TEXT_LIMIT, now -> now.withTextLimit(one(List.of(1, 1_000, 1_024, 32 * 1_024, 1 << 20))));
        changes.put(About.KEYS_KEPT, now -> now.withKeysKept(time()));
        changes.put(About.REDACTION_WINDOW, now -> redaction(now, coin() ? Duration.ZERO : time()));
        return changes;
    }

    private static ConversationSettings redaction(ConversationSettings now, Duration window) {
        return new ConversationSettings(
                now.identity(),
                now.groupReading(),
                now.othersRead(),
                now.responderResolves(),
                now.whenResolved(),
                now.collision(),
                now.textLimit(),
                window,
                now.keysKept());
    }

    private List<AddRule> rules() {
        var called = new ArrayList<>(NAMES);
        Collections.shuffle(called, random);
        var rules = new ArrayList<AddRule>();
        for (int rest = below(5); rest > 0; rest--) {
            rules.add(rule(called.remove(0)));
        }
        return rules;
    }

    AddRule rule(String called) {
        var rule = AddRule.allow(called, one(Adder.class));
        for (var part : ruleParts().values()) {
            rule = coin() ? part.apply(rule) : rule;
        }
        return rule;
    }

    /** Each component of a rule but its name, with something that draws it anew. */
    Map<String, UnaryOperator<AddRule>> ruleParts() {
        var parts = new TreeMap<String, UnaryOperator<AddRule>>();
        parts.put("who", now -> with(now, someOf(1, Adder.class), now.whoGroups(), now.whom(), now.whomGroups()));
        parts.put("whoGroups", now -> with(now, now.who(), some(0, this::group), now.whom(), now.whomGroups()));
        parts.put("whom", now -> whom(now, someOf(1, Candidates.class)));
        parts.put("whomGroups", now -> whom(now, with(now.whom(), Candidates.NAMED_GROUPS)));
        parts.put("when", now -> now.when(condition()));
        parts.put("upTo", now -> now.upTo(one(Level.class)));
        parts.put("acceptance", now -> last(now, one(Acceptance.class), now.timeBox()));
        parts.put("timeBox", now -> last(now, now.acceptance(), coin() ? null : time()));
        return parts;
    }

    private static Set<Candidates> with(Set<Candidates> whom, Candidates one) {
        var more = new HashSet<>(whom);
        more.add(one);
        return more;
    }

    private AddRule whom(AddRule now, Set<Candidates> whom) {
        Set<GroupId> groups = whom.contains(Candidates.NAMED_GROUPS) ? some(1, this::group) : Set.of();
        return with(now, now.who(), now.whoGroups(), whom, groups);
    }

    private static AddRule with(
            AddRule now, Set<Adder> who, Set<GroupId> whoGroups, Set<Candidates> whom, Set<GroupId> whomGroups) {
        return new AddRule(
                now.name(), who, whoGroups, whom, whomGroups, now.when(), now.upTo(), now.acceptance(), now.timeBox());
    }

    private static AddRule last(AddRule now, Acceptance acceptance, @Nullable Duration timeBox) {
        return new AddRule(
                now.name(),
                now.who(),
                now.whoGroups(),
                now.whom(),
                now.whomGroups(),
                now.when(),
                now.upTo(),
                acceptance,
                timeBox);
    }

    CaseCondition condition() {
        var condition = CaseCondition.ANY;
        for (var part : conditionParts().values()) {
            condition = coin() ? part.apply(condition) : condition;
        }
        return condition;
    }

    /** Each component of a case, with something that draws it anew. */
    Map<String, UnaryOperator<CaseCondition>> conditionParts() {
        Function<Integer, String[]> texts = least -> some(least, this::name).toArray(String[]::new);
        var parts = new TreeMap<String, UnaryOperator<CaseCondition>>();
        parts.put("channels", now -> now.channel(someOf(0, Channel.class).toArray(Channel[]::new)));
        parts.put("groups", now -> now.group(some(0, this::group).toArray(GroupId[]::new)));
        parts.put("topics", now -> now.topic(texts.apply(0)));
        parts.put("attributes", now -> now.attribute(name(), texts.apply(0)));
        return parts;
    }

    CaseFacts facts(List<GroupId> groups) {
        var attributes = new HashMap<String, String>();
        for (int rest = below(3); rest > 0; rest--) {
            attributes.put(name(), name());
        }
        return new CaseFacts(coin() ? one(groups) : groups.get(0), some(0, this::name), attributes);
    }
}
