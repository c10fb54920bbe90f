package dev.collab.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.tck.scenario.ScenarioSuite;
import dev.collab.tck.suite.Clause;
import java.io.File;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every rule has a scenario, which begins with its number, and which the contract runs. */
@DisplayName("The scenarios")
class ScenarioRulesTest {
    private static final int RULES = 74;
    private static final Pattern FIRST = Pattern.compile("B-([1-9]\\d?) (?:[BP]-[1-9]\\d? )*\\S.*");

    @Test
    @DisplayName("tell each rule at least once, under a name that begins with its number")
    void everyRule() throws URISyntaxException {
        assertThat(missing(names())).isEmpty();
        assertThat(names())
                .hasSizeGreaterThan(100)
                .allMatch(name -> FIRST.matcher(name).matches());
    }

    @Test
    @DisplayName("are found missing if the last one of a rule goes, or no longer begins with it")
    void aRuleWithoutScenario() throws URISyntaxException {
        var without33 = names().filter(name -> !name.startsWith("B-33 ")).toList();
        var hidden = Stream.concat(without33.stream(), Stream.of("B-3 a story of B-33", "The story of B-33 B-33 x"));

        assertThat(missing(without33.stream())).containsExactly(33);
        assertThat(missing(hidden)).containsExactly(33);
        assertThat(missing(Stream.empty())).hasSize(RULES);
    }

    @Test
    @DisplayName("are all run by the contract, and each says which port it holds to account")
    void wired() throws URISyntaxException {
        var run = Arrays.stream(StorageContract.class.getDeclaredClasses())
                .filter(nested -> nested.isAnnotationPresent(Nested.class))
                .<Class<?>>map(Class::getSuperclass)
                .toList();

        assertThat(suites()).isNotEmpty().allSatisfy(suite -> assertThat(run).containsOnlyOnce(suite));
        assertThat(suites().stream().flatMap(ScenarioRulesTest::tests))
                .allMatch(test -> test.isAnnotationPresent(Clause.class));
    }

    /** The rules that begin no name. */
    private static SortedSet<Integer> missing(Stream<String> names) {
        var missing = new TreeSet<Integer>();
        for (int rule = 1; rule <= RULES; rule++) {
            missing.add(rule);
        }
        names.map(FIRST::matcher)
                .filter(name -> name.matches())
                .forEach(name -> missing.remove(Integer.valueOf(name.group(1))));
        return missing;
    }

    private static Stream<String> names() throws URISyntaxException {
        return suites().stream()
                .flatMap(ScenarioRulesTest::tests)
                .map(test -> test.getAnnotation(DisplayName.class).value());
    }

    private static Stream<Method> tests(Class<?> suite) {
        return Arrays.stream(suite.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Test.class));
    }

    /** The suites as they are compiled, whether the contract knows them or not. */
    private static List<Class<?>> suites() throws URISyntaxException {
        var folder = new File(Objects.requireNonNull(ScenarioSuite.class.getResource("ScenarioSuite.class"))
                        .toURI())
                .getParentFile();
        return Stream.of(Objects.requireNonNull(folder.list()))
                .filter(name -> name.endsWith("Suite.class"))
                .sorted()
                .<Class<?>>map(name -> loaded(name.substring(0, name.length() - ".class".length())))
                .filter(suite -> ScenarioSuite.class.isAssignableFrom(suite) && suite != ScenarioSuite.class)
                .filter(suite -> Modifier.isAbstract(suite.getModifiers()))
                .toList();
    }

    private static Class<?> loaded(String simpleName) {
        try {
            return Class.forName(ScenarioSuite.class.getPackageName() + "." + simpleName);
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
