package dev.collab.model;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Is one sentence of the policy: who may add whom, in which case, up to which level, and how.
 *
 * @param name what decisions call it; 1 to 200 characters, unique in the policy
 * @param who the adders; any of them suffices
 * @param whoGroups if not empty, the adder must belong to one of these besides
 * @param whom the candidates; any of them suffices
 * @param whomGroups the groups that {@link Candidates#NAMED_GROUPS} means; empty exactly without it
 * @param when the case it is for
 * @param upTo the highest level it allows
 * @param acceptance whether the candidate has to agree first
 * @param timeBox how long the collaboration lasts; null for no end
 */
public record AddRule(
        String name,
        Set<Adder> who,
        Set<GroupId> whoGroups,
        Set<Candidates> whom,
        Set<GroupId> whomGroups,
        CaseCondition when,
        Level upTo,
        Acceptance acceptance,
        @Nullable Duration timeBox) {
    /** What holds when collaboration is switched on and nothing else is said. */
    public static final AddRule UNLESS_SAID = new AddRule(
            "assignee and leads add any agent",
            Set.of(Adder.ASSIGNEE, Adder.SUPERVISOR, Adder.ADMIN),
            Set.of(),
            Set.of(Candidates.ANYONE),
            Set.of(),
            CaseCondition.ANY,
            Level.RESPONDER,
            Acceptance.INSTANT,
            null);

    /** Copies the sets and checks that the rule says something. */
    public AddRule {
        Checks.label("rule's name", name, 200);
        who = Checks.sorted(who);
        whoGroups = Checks.sorted(whoGroups);
        whom = Checks.sorted(whom);
        whomGroups = Checks.sorted(whomGroups);
        Checks.that(!who.isEmpty(), "who", "must name somebody");
        Checks.that(!whom.isEmpty(), "whom", "must name somebody");
        Checks.that(
                whom.contains(Candidates.NAMED_GROUPS) != whomGroups.isEmpty(),
                "whom groups",
                "must be given exactly with NAMED_GROUPS");
        Checks.that(timeBox == null || timeBox.compareTo(Duration.ZERO) > 0, "time box", "must be positive");
    }

    /**
     * Starts a rule that lets the given people add any agent as RESPONDER, instantly, in any case.
     *
     * @param name what decisions call it
     * @param first who may use it
     * @param others who else may
     * @return the rule, to be narrowed
     */
    public static AddRule allow(String name, Adder first, Adder... others) {
        var who = new TreeSet<>(Set.copyOf(List.of(others)));
        who.add(first);
        return new AddRule(
                name,
                who,
                Set.of(),
                Set.of(Candidates.ANYONE),
                Set.of(),
                CaseCondition.ANY,
                Level.RESPONDER,
                Acceptance.INSTANT,
                null);
    }

    /**
     * Narrows the adders to members of groups.
     *
     * @param groups the adder must belong to one of them
     * @return a copy
     */
    public AddRule ofGroups(GroupId... groups) {
        return new AddRule(name, who, Set.copyOf(List.of(groups)), whom, whomGroups, when, upTo, acceptance, timeBox);
    }

    /**
     * Narrows the candidates to members of groups.
     *
     * @param groups the candidate must belong to one of them
     * @return a copy
     */
    public AddRule toAdd(GroupId... groups) {
        return new AddRule(
                name,
                who,
                whoGroups,
                Set.of(Candidates.NAMED_GROUPS),
                Set.copyOf(List.of(groups)),
                when,
                upTo,
                acceptance,
                timeBox);
    }

    /**
     * Narrows the candidates.
     *
     * @param candidates any of them suffices
     * @return a copy
     */
    public AddRule toAdd(Candidates... candidates) {
        return new AddRule(
                name, who, whoGroups, Set.copyOf(List.of(candidates)), Set.of(), when, upTo, acceptance, timeBox);
    }

    /**
     * Narrows the case.
     *
     * @param condition the case it is for
     * @return a copy
     */
    public AddRule when(CaseCondition condition) {
        return new AddRule(name, who, whoGroups, whom, whomGroups, condition, upTo, acceptance, timeBox);
    }

    /**
     * Narrows the level.
     *
     * @param highest the highest level it allows
     * @return a copy
     */
    public AddRule upTo(Level highest) {
        return new AddRule(name, who, whoGroups, whom, whomGroups, when, highest, acceptance, timeBox);
    }

    /**
     * Lets the candidate decide.
     *
     * @return a copy that asks first
     */
    public AddRule byInvitation() {
        return new AddRule(name, who, whoGroups, whom, whomGroups, when, upTo, Acceptance.INVITATION, timeBox);
    }

    /**
     * Bounds how long the collaboration lasts.
     *
     * @param duration how long
     * @return a copy
     */
    public AddRule lasting(Duration duration) {
        return new AddRule(name, who, whoGroups, whom, whomGroups, when, upTo, acceptance, duration);
    }
}
