package dev.collab.jdbc;

import dev.collab.model.Acceptance;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.Candidates;
import dev.collab.model.CaseCondition;
import dev.collab.model.Channel;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.Collision;
import dev.collab.model.ConversationSettings;
import dev.collab.model.GroupId;
import dev.collab.model.GroupReading;
import dev.collab.model.IdentityPolicy;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.Level;
import dev.collab.model.WhenResolved;
import dev.collab.model.WhenSwitchedOff;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The settings of an inbox as JSON. */
final class SettingsDocument {
    private SettingsDocument() {}

    static void write(JsonText json, InboxSettings settings) {
        json.put("inbox", settings.inbox().value())
                .put("revision", settings.revision())
                .put("epoch", settings.epoch())
                .put("invitationEpoch", settings.invitationEpoch())
                .put("epochSince", settings.epochSince())
                .put("publicName", settings.publicName())
                .object("collaboration", settings.collaboration(), SettingsDocument::write)
                .object("conversations", settings.conversations(), SettingsDocument::write);
    }

    static InboxSettings read(JsonObject json) {
        return new InboxSettings(
                new InboxId(json.text("inbox")),
                json.number("revision"),
                json.number("epoch"),
                json.number("invitationEpoch"),
                json.timeOrNull("epochSince"),
                json.text("publicName"),
                json.object("collaboration", SettingsDocument::readCollaboration),
                json.object("conversations", SettingsDocument::readConversations));
    }

    private static void write(JsonText json, CollaborationSettings settings) {
        json.put("enabled", settings.enabled())
                .array("rules", settings.rules(), SettingsDocument::write)
                .put("limit", settings.limit())
                .put("whenSwitchedOff", settings.whenSwitchedOff())
                .put("offlineAllowed", settings.offlineAllowed())
                .put("botsAllowed", settings.botsAllowed())
                .put("mentionAdds", settings.mentionAdds())
                .put("chatInvitation", settings.chatInvitation().toString())
                .put("ticketInvitation", settings.ticketInvitation().toString());
    }

    private static CollaborationSettings readCollaboration(JsonObject json) {
        return new CollaborationSettings(
                json.flag("enabled"),
                json.objects("rules", SettingsDocument::readRule),
                Math.toIntExact(json.number("limit")),
                json.one("whenSwitchedOff", WhenSwitchedOff.class),
                json.flag("offlineAllowed"),
                json.flag("botsAllowed"),
                json.flag("mentionAdds"),
                json.duration("chatInvitation"),
                json.duration("ticketInvitation"));
    }

    private static void write(JsonText json, AddRule rule) {
        json.put("name", rule.name())
                .strings("who", rule.who())
                .strings("whoGroups", rule.whoGroups())
                .strings("whom", rule.whom())
                .strings("whomGroups", rule.whomGroups())
                .object("when", rule.when(), SettingsDocument::write)
                .put("upTo", rule.upTo())
                .put("acceptance", rule.acceptance())
                .put("timeBox", rule.timeBox() == null ? null : rule.timeBox().toString());
    }

    private static AddRule readRule(JsonObject json) {
        return new AddRule(
                json.text("name"),
                words(json, "who", Adder.class),
                groups(json, "whoGroups"),
                words(json, "whom", Candidates.class),
                groups(json, "whomGroups"),
                json.object("when", SettingsDocument::readCondition),
                json.one("upTo", Level.class),
                json.one("acceptance", Acceptance.class),
                json.durationOrNull("timeBox"));
    }

    private static void write(JsonText json, CaseCondition condition) {
        json.strings("channels", condition.channels())
                .strings("groups", condition.groups())
                .strings("topics", condition.topics())
                .object("attributes", condition.attributes(), (into, all) -> all.forEach(into::strings));
    }

    private static CaseCondition readCondition(JsonObject json) {
        var attributes = new LinkedHashMap<String, Set<String>>();
        json.map("attributes", JsonObject::strings).forEach((name, values) -> attributes.put(name, Set.copyOf(values)));
        return new CaseCondition(
                words(json, "channels", Channel.class),
                groups(json, "groups"),
                new HashSet<>(json.texts("topics", topic -> topic)),
                attributes);
    }

    private static void write(JsonText json, ConversationSettings settings) {
        json.put("identity", settings.identity())
                .put("groupReading", settings.groupReading())
                .put("othersRead", settings.othersRead())
                .put("responderResolves", settings.responderResolves())
                .object("whenResolved", settings.whenResolved(), SettingsDocument::perChannel)
                .object("collision", settings.collision(), SettingsDocument::perChannel)
                .put("textLimit", settings.textLimit())
                .put("redactionWindow", settings.redactionWindow().toString())
                .put("keysKept", settings.keysKept().toString());
    }

    private static ConversationSettings readConversations(JsonObject json) {
        return new ConversationSettings(
                json.one("identity", IdentityPolicy.class),
                json.one("groupReading", GroupReading.class),
                json.flag("othersRead"),
                json.flag("responderResolves"),
                perChannel(json, "whenResolved", WhenResolved.class),
                perChannel(json, "collision", Collision.class),
                Math.toIntExact(json.number("textLimit")),
                json.duration("redactionWindow"),
                json.duration("keysKept"));
    }

    private static void perChannel(JsonText json, Map<Channel, ? extends Enum<?>> choices) {
        choices.forEach((channel, choice) -> json.put(channel.name(), choice));
    }

    private static <E extends Enum<E>> Map<Channel, E> perChannel(JsonObject json, String name, Class<E> type) {
        var choices = new EnumMap<Channel, E>(Channel.class);
        json.map(name)
                .forEach((channel, choice) -> choices.put(Words.one(Channel.class, channel), Words.one(type, choice)));
        return choices;
    }

    private static <E extends Enum<E>> Set<E> words(JsonObject json, String name, Class<E> type) {
        return new HashSet<>(json.texts(name, word -> Words.one(type, word)));
    }

    private static Set<GroupId> groups(JsonObject json, String name) {
        return new HashSet<>(json.texts(name, GroupId::new));
    }
}
