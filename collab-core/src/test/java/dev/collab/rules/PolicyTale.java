package dev.collab.rules;

import static java.util.stream.Collectors.joining;

import dev.collab.Added;
import dev.collab.CandidateSearch;
import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.Candidate;
import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.ConversationId;
import dev.collab.model.Level;
import dev.collab.outcome.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plays a case in the shop under its policy, and tells what came of each step. */
final class PolicyTale {
    static final CaseFacts BOOTS = CaseFacts.of(Shop.FOOTWEAR);

    final Shop shop;
    private final List<String> lines = new ArrayList<>();

    PolicyTale(CollaborationSettings policy) {
        this.shop = Shop.untouched().policy(now -> policy);
    }

    static CaseFacts about(String topic) {
        return new CaseFacts(Shop.FOOTWEAR, Set.of(topic), Map.of());
    }

    static CaseFacts with(String attribute, String value) {
        return new CaseFacts(Shop.FOOTWEAR, Set.of(), Map.of(attribute, value));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** A new conversation, which from now on the lines are about. */
    ConversationId opened(String title, Channel channel, CaseFacts facts, AgentId assignee) {
        var conversation = shop.opened(channel, facts);
        shop.collab.system("router").transfer(conversation, assignee).orElseThrow();
        lines.add(title + ", which " + name(assignee) + " has:");
        return conversation;
    }

    void looks(AgentId agent, ConversationId conversation) {
        var field = shop.agent(agent).view(conversation).map(view -> view.collaborators());
        tell(
                agent,
                field.fold(
                        shown -> !shown.visible()
                                ? "sees no collaborator field"
                                : shown.editable()
                                        ? "may add, and the search finds " + found(agent, conversation)
                                        : "sees the collaborator field, but may not add: "
                                                + shown.whyNot().orElseThrow(),
                        no -> "sees nothing: " + no.reason()));
    }

    private String found(AgentId agent, ConversationId conversation) {
        var names =
                shop.agent(agent).candidates(conversation, CandidateSearch.of("")).orElseThrow().candidates().stream()
                        .map(Candidate::name)
                        .collect(joining(", "));
        return names.isEmpty() ? "nobody" : names;
    }

    void adds(AgentId adder, AgentId candidate, ConversationId conversation) {
        adds(adder, candidate, conversation, AddOptions.NONE);
    }

    void adds(AgentId adder, AgentId candidate, ConversationId conversation, AddOptions options) {
        var as = options.level().map(level -> " as " + word(level)).orElse("");
        tell(
                adder,
                "adds " + name(candidate) + as + ": "
                        + said(shop.agent(adder).addCollaborator(conversation, candidate, options), conversation));
    }

    private String said(Outcome<Added> outcome, ConversationId conversation) {
        return outcome.fold(
                added -> (added.invitation().isPresent() ? "invited as " : "added as ")
                        + word(added.level())
                        + until(conversation, added.agent()),
                no -> "refused, " + no.reason());
    }

    private String until(ConversationId conversation, AgentId agent) {
        return shop.head(conversation)
                .collaborationOf(agent)
                .flatMap(grant ->
                        Optional.ofNullable(grant.endsAt()).map(end -> Duration.between(grant.startedAt(), end)))
                .map(time -> " for " + time.toHours() + " hours")
                .orElse("");
    }

    void reads(AgentId agent, ConversationId conversation) {
        tells(agent, "reads the conversation", shop.timeline(agent, conversation));
    }

    void accepts(AgentId agent, ConversationId conversation) {
        tells(agent, "accepts", shop.agent(agent).accept(conversation));
    }

    void joins(AgentId agent, ConversationId conversation) {
        tells(agent, "joins", shop.agent(agent).join(conversation));
    }

    void notes(AgentId agent, ConversationId conversation) {
        tells(agent, "writes a note", shop.agent(agent).note(conversation, "The USB-C one."));
    }

    void replies(AgentId agent, ConversationId conversation) {
        tells(agent, "replies", shop.agent(agent).reply(conversation, "The USB-C charger fits."));
    }

    void later(Duration time) {
        shop.time.advance(time);
        lines.add("After " + time.toHours() + " hours:");
    }

    private void tells(AgentId agent, String act, Outcome<?> outcome) {
        tell(agent, act + outcome.fold(done -> ": done", no -> ": refused, " + no.reason()));
    }

    private void tell(AgentId agent, String what) {
        lines.add("- " + name(agent) + " " + what + ".");
    }

    private String name(AgentId agent) {
        return Optional.ofNullable(shop.people.find(Set.of(agent)).get(agent))
                .orElseThrow()
                .name();
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
