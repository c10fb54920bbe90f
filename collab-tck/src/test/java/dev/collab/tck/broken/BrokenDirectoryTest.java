package dev.collab.tck.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.CandidateScope;
import dev.collab.model.CustomerId;
import dev.collab.model.InboxId;
import dev.collab.spi.Directory;
import dev.collab.tck.DirectoryContract;
import dev.collab.tck.DirectoryVariation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each directory that breaks one thing is rejected for that very thing. */
class BrokenDirectoryTest {
    private static Function<List<AgentProfile>, Directory> directory = DelegatingDirectory::new;
    private static Set<DirectoryVariation> variations = Set.of();

    /**
     * Is a broken directory, and what the kit must say of it.
     *
     * @param what what is broken
     * @param suite the nested class of the contract that rejects it
     * @param broken the directory
     * @param rules the rules at the head of the message
     * @param method the method that is named
     */
    record Broken(
            String what, String suite, Function<List<AgentProfile>, Directory> broken, String rules, String method) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Broken> broken() {
        return Stream.of(
                finding("folds ids", BrokenDirectories.FoldsIds::new, "P-22"),
                finding("takes another for somebody", BrokenDirectories.FoldsIds::new, "B-13 P-22"),
                finding("hides the inactive", BrokenDirectories.HidesInactive::new, "B-58"),
                finding("invents the unknown", BrokenDirectories.InventsUnknown::new, "B-13"),
                finding("keeps one role", BrokenDirectories.KeepsOneRole::new, "B-53 B-58"),
                working("ignores the tenant", BrokenDirectories.IgnoresTheTenant::new, "B-13 P-12"),
                working("swallows outages", BrokenDirectories.SwallowsOutages::new, "B-59 P-15"),
                working("gives its cache", BrokenDirectories.GivesItsCache::new, "B-52"),
                searching("filters after the limit", BrokenDirectories.FiltersAfterTheLimit::new, "B-5"),
                searching("orders like a dictionary", BrokenDirectories.OrdersLikeADictionary::new, "B-3"),
                searching("pages by name alone", BrokenDirectories.PagesByNameAlone::new, "B-3 B-5"),
                searching("widens by text", BrokenDirectories.WidensByText::new, "B-5"),
                scoped("finds bots", scope -> with(scope, scope.customer(), true, scope.offline()), "B-16"),
                scoped("finds who is offline", scope -> with(scope, scope.customer(), scope.bots(), true), "B-14"),
                scoped(
                        "forgets who the customer is",
                        scope -> with(scope, new CustomerId("?"), scope.bots(), scope.offline()),
                        "B-15"),
                scoped("finds the excluded", scope -> excluding(scope, Set.of()), "B-9 B-10"),
                scoped("takes admins of any inbox", BrokenDirectoryTest::ofAnotherInbox, "B-4 B-19"));
    }

    private static Broken finding(String what, Function<List<AgentProfile>, Directory> broken, String rules) {
        return new Broken(what, "Finds", broken, rules, "Directory.find");
    }

    private static Broken working(String what, Function<List<AgentProfile>, Directory> broken, String rules) {
        return new Broken(what, "Works", broken, rules, "Directory.find");
    }

    private static Broken searching(String what, Function<List<AgentProfile>, Directory> broken, String rules) {
        return new Broken(what, "Searches", broken, rules, "Directory.search");
    }

    private static Broken scoped(String what, Function<CandidateScope, CandidateScope> other, String rules) {
        return searching(what, people -> new BrokenDirectories.OfAnotherScope(people, other), rules);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName(
            "P-44 a broken directory is rejected by the rule it breaks, with a message that says all one must know")
    void broken(Broken one) {
        var adapter = one.broken().apply(List.of()).getClass().getName();

        Control.assertRejected(
                failures(one.suite(), one.broken(), Set.of(DirectoryVariation.CAN_BE_CUT_OFF)),
                one.rules(),
                one.method(),
                adapter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Finds", "Searches", "Works", "Unskipped"})
    @DisplayName("P-44 the directories they spoil are good before")
    void unspoiled(String suite) {
        var cut = Set.of(DirectoryVariation.CAN_BE_CUT_OFF);

        assertThat(failures(suite, DelegatingDirectory::new, cut)).isEmpty();
        assertThat(failures(suite, BrokenDirectories.Searching::new, cut)).isEmpty();
    }

    @Test
    @DisplayName("B-59 P-44 a directory that can be cut off must say so")
    void undeclared() {
        Control.assertRejected(
                failures("Works", DelegatingDirectory::new, Set.of()),
                "B-59 P-15",
                "Directory.find",
                DelegatingDirectory.class.getName());
    }

    private static Map<String, String> failures(
            String suite, Function<List<AgentProfile>, Directory> broken, Set<DirectoryVariation> declared) {
        directory = broken;
        variations = declared;
        return Control.failures(OfBroken.class, DirectoryContract.class, suite);
    }

    private static CandidateScope with(CandidateScope scope, CustomerId customer, boolean bots, boolean offline) {
        return new CandidateScope(
                scope.anyone(),
                scope.groups(),
                scope.superiors(),
                scope.inbox(),
                scope.group(),
                scope.excluded(),
                customer,
                bots,
                offline);
    }

    private static CandidateScope excluding(CandidateScope scope, Set<AgentId> excluded) {
        return new CandidateScope(
                scope.anyone(),
                scope.groups(),
                scope.superiors(),
                scope.inbox(),
                scope.group(),
                excluded,
                scope.customer(),
                scope.bots(),
                scope.offline());
    }

    private static CandidateScope ofAnotherInbox(CandidateScope scope) {
        return new CandidateScope(
                scope.anyone(),
                scope.groups(),
                scope.superiors(),
                new InboxId("office"),
                scope.group(),
                scope.excluded(),
                scope.customer(),
                scope.bots(),
                scope.offline());
    }

    /** Is no test of the build: the build looks for names that end in Test. */
    static final class OfBroken extends DirectoryContract {
        @Override
        protected Directory directoryOf(List<AgentProfile> people) {
            return directory.apply(people);
        }

        @Override
        protected Set<DirectoryVariation> variations() {
            return variations;
        }

        @Override
        protected void cutOff(Directory of) {
            ((DelegatingDirectory) of).cutOff();
        }
    }
}
