package dev.collab.tck.suite;

import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenMethodsConjunction;
import dev.collab.tck.StorageContract;
import dev.collab.tck.broken.Control;
import dev.collab.tck.skipping.AbortsInHelper;
import dev.collab.tck.skipping.AbortsInInnerClass;
import dev.collab.tck.skipping.AbortsWhenBuilding;
import dev.collab.tck.skipping.AbortsWithoutMention;
import dev.collab.tck.skipping.AssumesByAssertJ;
import dev.collab.tck.skipping.DecidesItself;
import dev.collab.tck.skipping.Disables;
import dev.collab.tck.skipping.DisablesOnCondition;
import dev.collab.tck.skipping.ExtendsOneThatAssumes;
import dev.collab.tck.skipping.SkipsNothing;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.annotation.Testable;

/** Nothing of the kit can be left out: not by the kit, and not by the test of an adapter. */
class SkippingTest {
    /** The class at the start of a line of a failure report. */
    private static final Pattern VIOLATOR = Pattern.compile(
            "^[\\s-]*(?:Class|Method|Constructor|Field) <dev\\.collab\\.tck\\.(?:skipping|unruly)\\.([A-Z]\\w*)",
            Pattern.MULTILINE);

    private static final JavaClasses KIT = new ClassFileImporter()
            .importUrl(
                    StorageContract.class.getProtectionDomain().getCodeSource().getLocation());

    /**
     * Is a rule of the kit's own classes.
     *
     * @param fixtures the package of the fixtures that break it
     * @param rule the rule
     * @param violators those of the fixtures that do
     */
    record Rule(String fixtures, ArchRule rule, Set<String> violators) {
        @Override
        public String toString() {
            return rule.getDescription();
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "skipping",
                        noClasses()
                                .should(dependOnClassesThat(DescribedPredicate.describe(
                                        "assume, abort, disable or decide whether a test runs",
                                        type -> type.getName().matches(Skipping.NAMES)))),
                        Set.of(
                                "AbortsInHelper",
                                "AbortsInInnerClass",
                                "AbortsWhenBuilding",
                                "AssumesByAssertJ",
                                "DecidesItself",
                                "Disables",
                                "DisablesOnCondition",
                                "ExtendsOneThatAssumesBase")),
                new Rule(
                        "unruly",
                        tests().should(be("named as in \"B-41 P-24 sentence\"", SkippingTest::named)),
                        Set.of("Unnamed")),
                new Rule(
                        "unruly",
                        tests().should(be("annotated with Clause", method -> method.isAnnotatedWith(Clause.class))),
                        Set.of("NoClause")),
                new Rule(
                        "unruly",
                        tests().should(be("package-private and of the instance", SkippingTest::cannotBeOverridden)),
                        Set.of("Overridable")),
                new Rule(
                        "unruly",
                        methods().should(be("a plain test or none", SkippingTest::isPlain)),
                        Set.of("Repeats")));
    }

    @Test
    @DisplayName("P-44 the rules see the kit and not its tests")
    void seen() {
        assertThat(KIT.stream().map(JavaClass::getPackageName)).contains("dev.collab.tck", "dev.collab.tck.storage");
        assertThat(KIT.stream().map(JavaClass::getPackageName))
                .doesNotContain("dev.collab.tck.unruly", "dev.collab.tck.broken");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    @DisplayName("P-44 every test of the kit runs, says what it proves, and is not to be overridden")
    void obeyed(Rule rule) {
        rule.rule().check(KIT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    @DisplayName("P-44 each of those rules rejects what breaks it and nothing else")
    void rejected(Rule rule) {
        var report = rule.rule()
                .evaluate(new ClassFileImporter().importPackages("dev.collab.tck." + rule.fixtures()))
                .getFailureReport()
                .toString();

        assertThat(violators(report)).as(report).isEqualTo(new TreeSet<>(rule.violators()));
    }

    @Test
    @DisplayName("P-44 every suite of the kit is part of a contract")
    void everySuiteRuns() {
        var suites = KIT.stream()
                .filter(type -> type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Test.class)))
                .map(JavaClass::getName);
        var inContracts = KIT.stream()
                .filter(type -> type.isAnnotatedWith(Nested.class))
                .map(type -> type.getRawSuperclass().orElseThrow().getName())
                .collect(Collectors.toSet());

        assertThat(suites).isNotEmpty().allMatch(inContracts::contains);
    }

    @Test
    @DisplayName("P-44 every contract reads the class file of the test that extends it")
    void everyContractReads() {
        var contracts = KIT.stream()
                .filter(type -> type.isAssignableTo(Explained.Named.class) && !type.isInterface())
                .map(JavaClass::getName);
        var reading = KIT.stream()
                .filter(type -> type.isAssignableTo(UnskippedSuite.class) && type.isAnnotatedWith(Nested.class))
                .map(type -> type.getEnclosingClass().orElseThrow().getName());

        assertThat(contracts).hasSizeGreaterThan(2).containsExactlyInAnyOrderElementsOf(reading.toList());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                AbortsInHelper.class,
                AbortsInInnerClass.class,
                AbortsWhenBuilding.class,
                AssumesByAssertJ.class,
                DecidesItself.class,
                Disables.class,
                DisablesOnCondition.class,
                ExtendsOneThatAssumes.class
            })
    @DisplayName("P-44 the test of an adapter that could skip something is rejected by its class file")
    void adapterThatSkips(Class<?> test) {
        assertThat(Skipping.mentionedBy(test, StorageContract.class)).isNotEmpty();
        assertThat(failures(test))
                .anySatisfy(failure -> assertThat(failure)
                        .startsWith("P-44 is broken by the test of ")
                        .contains("what the class files of " + test.getName() + " mention", "  read:     docs/"));
    }

    @Test
    @DisplayName("P-44 the test of an adapter that skips nothing is accepted, also if it has tests of its own")
    void adapterThatSkipsNothing() {
        assertThat(Skipping.mentionedBy(SkipsNothing.class, StorageContract.class))
                .isEmpty();
        assertThat(failures(SkipsNothing.class)).isEmpty();
    }

    @Test
    @DisplayName("P-44 what is aborted where no class file shows it fails all the same")
    void abortsWithoutMention() {
        assertThat(Skipping.mentionedBy(AbortsWithoutMention.class, StorageContract.class))
                .isEmpty();
        assertThat(failures(AbortsWithoutMention.class))
                .isNotEmpty()
                .allSatisfy(failure ->
                        assertThat(failure).doesNotStartWith("ABORTED").contains("TestAbortedException"));
    }

    private static Collection<String> failures(Class<?> test) {
        return Control.failures(test, StorageContract.class, "Unskipped").values();
    }

    private static GivenMethodsConjunction tests() {
        return methods().that().areAnnotatedWith(Test.class);
    }

    private static boolean isPlain(JavaMethod method) {
        return method.getAnnotations().stream()
                .noneMatch(annotation -> annotation.getRawType().isMetaAnnotatedWith(Testable.class)
                        && !annotation.getRawType().isEquivalentTo(Test.class));
    }

    private static ArchCondition<JavaMethod> be(String what, Predicate<JavaMethod> holds) {
        return new ArchCondition<>("be " + what) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!holds.test(method)) {
                    events.add(SimpleConditionEvent.violated(
                            method, "Method <" + method.getFullName() + "> is not " + what));
                }
            }
        };
    }

    private static boolean named(JavaMethod method) {
        return method.tryGetAnnotationOfType(DisplayName.class)
                .map(name -> name.value().matches("([BP]-[1-9]\\d? )+\\S.*"))
                .orElse(false);
    }

    private static boolean cannotBeOverridden(JavaMethod method) {
        return Stream.of(
                        JavaModifier.PUBLIC,
                        JavaModifier.PROTECTED,
                        JavaModifier.PRIVATE,
                        JavaModifier.STATIC,
                        JavaModifier.ABSTRACT)
                .noneMatch(method.getModifiers()::contains);
    }

    private static Set<String> violators(String report) {
        return VIOLATOR.matcher(report).results().map(line -> line.group(1)).collect(Collectors.toSet());
    }
}
