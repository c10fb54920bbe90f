package dev.collab.tck.model;

import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.Audience;
import dev.collab.model.ConversationStatus;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.model.GroupReading;
import dev.collab.model.HistoryWindow;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;
import dev.collab.model.InboxSettings;
import dev.collab.model.TimelineEntry;
import dev.collab.model.WhenSwitchedOff;
import dev.collab.tck.model.Step.Who;
import dev.collab.tck.model.World.Ran;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says who reads what, by another way than the library: it keeps its own books, step by step, and lets the switch and the
 * clock strike out grants at once where the library compares epochs when it is asked.
 */
final class Oracle {
    private final World world;
    private final List<Line> lines = new ArrayList<>();
    private final Map<AgentId, Grant> grants = new HashMap<>();
    private final Map<String, Offer> offers = new HashMap<>();
    private final Set<String> invited = new HashSet<>();
    private Offer accepted = new Offer(0L, false);
    private InboxSettings settings;
    private ConversationStatus status = ConversationStatus.OPEN;
    private @Nullable AgentId assignee;
    private @Nullable GroupId group = World.FOOTWEAR;
    private InboxId inbox = World.SHOP;

    private record Grant(long from, @Nullable Instant end) {}

    /** What whoever accepts will get; without a place from where the entry says that adds them. */
    private record Offer(@Nullable Long from, boolean isTimed) {}

    private record Line(long sequence, boolean isForAll, boolean isForAssignee, Set<AgentId> readers) {}

    Oracle(World world) {
        this.world = world;
        this.settings = world.settings();
        world.entries(0).forEach(entry -> lines.add(new Line(entry.sequence(), true, false, Set.of())));
    }

    /** Asked before a step, as an adder hands on no more than they have then. */
    long windowOf(AgentId agent) {
        var profile = profile(agent);
        boolean all =
                agent.equals(assignee) || profile.filter(this::readsFromOutside).isPresent();
        return all || !grants.containsKey(agent) ? 0 : grants.get(agent).from();
    }

    void heard(Ran ran, long adderWindow) {
        var now = world.settings();
        // After a move these are another inbox's.
        boolean switchedOff = ran.step().kind() == Step.Kind.SETTINGS
                && settings.collaboration().enabled()
                && !now.collaboration().enabled();
        if (switchedOff && now.collaboration().whenSwitchedOff() == WhenSwitchedOff.END) {
            grants.clear();
        }
        settings = now;
        strikeOutOver();
        ran.entries().forEach(entry -> heard(ran.step(), entry, adderWindow));
    }

    void strikeOutOver() {
        grants.values()
                .removeIf(grant -> grant.end() != null && !world.time.instant().isBefore(grant.end()));
    }

    private void heard(Step step, TimelineEntry entry, long adderWindow) {
        var about = Optional.ofNullable(entry.facts().get("agent")).map(AgentId::new);
        switch (entry.kind()) {
            case ASSIGNED -> {
                assignee = about.orElseThrow();
                grants.remove(assignee);
            }
            case QUEUED, CASE_CHANGED -> {
                assignee = entry.kind() == EntryKind.QUEUED ? null : assignee;
                group = Optional.ofNullable(entry.facts().get("group"))
                        .map(GroupId::new)
                        .orElse(null);
            }
            case COLLABORATION_STARTED -> grants.put(about.orElseThrow(), granted(step, entry, adderWindow));
            case COLLABORATION_ENDED -> grants.remove(about.orElseThrow());
            case RESOLVED -> status = ConversationStatus.RESOLVED;
            case REOPENED -> status = ConversationStatus.OPEN;
            case CLOSED -> status = ConversationStatus.CLOSED;
            case MOVED -> {
                inbox = new InboxId(fact(entry, "inbox"));
                group = Optional.ofNullable(entry.facts().get("group"))
                        .map(GroupId::new)
                        .orElse(null);
            }
            case OPENED,
                    CUSTOMER_MESSAGE,
                    REPLY,
                    NOTE,
                    LEVEL_CHANGED,
                    COLLABORATION_SUSPENDED,
                    COLLABORATION_RESUMED -> {}
            case INVITED -> {
                offers.put(fact(entry, "invitation"), offered(step, adderWindow));
                invited.add(fact(entry, entry.facts().containsKey("agent") ? "agent" : "group"));
            }
            case INVITATION_ENDED -> accepted = Objects.requireNonNull(offers.remove(fact(entry, "invitation")));
            case REDACTED -> {
                // It is told to whom what it is about was for.
                var taken = lines.get(Integer.parseInt(fact(entry, "entry")));
                lines.add(new Line(entry.sequence(), taken.isForAll(), taken.isForAssignee(), taken.readers()));
                return;
            }
            case MERGED_INTO, MERGED_FROM, ERASED ->
                throw new IllegalStateException("no step of a history does this: " + entry.kind());
        }
        lines.add(line(step, entry));
    }

    private static String fact(TimelineEntry entry, String name) {
        return Objects.requireNonNull(entry.facts().get(name), name);
    }

    /** What is accepted was promised when it was offered. */
    private Grant granted(Step step, TimelineEntry entry, long adderWindow) {
        if (step.kind() != Step.Kind.ADD && step.kind() != Step.Kind.ACCEPT) {
            return new Grant(0, null);
        }
        var offer = step.kind() == Step.Kind.ADD ? offered(step, adderWindow) : accepted;
        return new Grant(
                offer.from() == null ? entry.sequence() : offer.from(),
                offer.isTimed() ? entry.at().plus(Choices.TIME_BOX) : null);
    }

    private Offer offered(Step step, long adderWindow) {
        boolean fromAdd = Choices.options(step.choice()).window().equals(Optional.of(HistoryWindow.FROM_ADD));
        boolean timed = settings.collaboration().rules().get(0).timeBox() != null;
        return new Offer(fromAdd ? null : adderWindow, timed);
    }

    /** To whom a note goes is read from the command, not from what was stored. */
    private static Line line(Step step, TimelineEntry entry) {
        if (entry.kind() != EntryKind.NOTE || World.audience(step) == Audience.AGENTS) {
            return new Line(entry.sequence(), true, false, Set.of());
        }
        var author = World.id(step.actor());
        return World.audience(step) == Audience.ASSIGNEE
                ? new Line(entry.sequence(), false, true, Set.of(author))
                : new Line(entry.sequence(), false, false, both(author, World.id(step.other())));
    }

    private static Set<AgentId> both(AgentId one, AgentId other) {
        return one.equals(other) ? Set.of(one) : Set.of(one, other);
    }

    /** {@return the sequences somebody reads now; empty for nothing, not even that there is a conversation} */
    Optional<List<Long>> readBy(Who who) {
        strikeOutOver();
        return profile(World.id(who))
                .filter(this::hasAccess)
                .map(agent -> lines.stream()
                        .filter(line -> reads(agent, line))
                        .map(Line::sequence)
                        .toList());
    }

    /** {@return whether they, or a group they are in now, were ever asked} */
    boolean wasInvited(Who who) {
        return invited.contains(World.id(who).value())
                || profile(World.id(who)).stream()
                        .flatMap(agent -> agent.groups().stream())
                        .anyMatch(group -> invited.contains(group.value()));
    }

    private boolean hasAccess(AgentProfile agent) {
        return agent.id().equals(assignee) || grants.containsKey(agent.id()) || readsFromOutside(agent);
    }

    private boolean reads(AgentProfile agent, Line line) {
        if (isAdmin(agent)) {
            return true;
        }
        boolean isNamed = line.readers().contains(agent.id());
        if (agent.id().equals(assignee) && (line.isForAll() || line.isForAssignee() || isNamed)) {
            return true;
        }
        var grant = grants.get(agent.id());
        if (grant != null && line.sequence() >= grant.from() && (line.isForAll() || isNamed)) {
            return true;
        }
        return readsFromOutside(agent) && line.isForAll();
    }

    private boolean readsFromOutside(AgentProfile agent) {
        boolean ofGroup = group != null && agent.groups().contains(group);
        boolean queued = status == ConversationStatus.OPEN && assignee == null;
        var role = agent.roles().get(inbox);
        return isAdmin(agent)
                || (role == InboxRole.SUPERVISOR && ofGroup)
                || (ofGroup && (queued || settings.conversations().groupReading() == GroupReading.ALL))
                || (role != null && settings.conversations().othersRead());
    }

    private boolean isAdmin(AgentProfile agent) {
        return agent.roles().get(inbox) == InboxRole.ADMIN;
    }

    /** Only whom the directory calls active, and who is not the customer, is anybody here. */
    private Optional<AgentProfile> profile(AgentId agent) {
        return Optional.ofNullable(world.people.find(Set.of(agent)).get(agent))
                .filter(profile -> profile.active() && !Objects.equals(profile.customer(), World.CARL));
    }
}
