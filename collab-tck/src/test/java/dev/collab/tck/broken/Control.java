package dev.collab.tck.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import dev.collab.model.ConversationId;
import dev.collab.spi.Storage;
import dev.collab.tck.StorageContract;
import dev.collab.tck.Variation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a suite of a contract over an adapter and says which tests failed. */
public final class Control {
    private static Supplier<Storage> storage = Delegating::new;

    private Control() {}

    /** Gives the messages of the failures by the display names of the tests; empty if all passed. */
    static Map<String, String> run(String suite, Supplier<Storage> broken) {
        storage = broken;
        return failures(OfBroken.class, StorageContract.class, suite);
    }

    /** Runs one suite of the contract that a test extends; an aborted or skipped test counts as a failure of its own. */
    public static Map<String, String> failures(Class<?> test, Class<?> contract, String suite) {
        var failures = new TreeMap<String, String>();
        var seen = new TreeMap<String, TestExecutionResult.Status>();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectNestedClass(List.of(test), suite(contract, suite)))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                if (identifier.isTest()) {
                    seen.put(identifier.getDisplayName(), result.getStatus());
                }
                result.getThrowable()
                        .ifPresent(failure -> failures.put(
                                identifier.getDisplayName(),
                                (result.getStatus() == TestExecutionResult.Status.ABORTED ? "ABORTED: " : "")
                                        + failure.getMessage()));
            }
        });
        if (seen.isEmpty()) {
            throw new IllegalStateException("no test ran in " + suite);
        }
        return failures;
    }

    /** Asks for a failure that names the rule, the method and the adapter, and says what to read. */
    static void assertRejected(Map<String, String> failures, String rules, String port, String adapter) {
        assertThat(failures).isNotEmpty();
        assertThat(failures.values())
                .anySatisfy(message -> assertThat(message)
                        .startsWith(rules + " is broken by " + port + " of ")
                        .contains(
                                adapter + "\n",
                                "  expected: ",
                                "  found:    ",
                                "  read:     docs/write-an-adapter.md#"));
    }

    private static Class<?> suite(Class<?> contract, String name) {
        return Arrays.stream(contract.getDeclaredClasses())
                .filter(nested -> nested.isAnnotationPresent(Nested.class))
                .filter(nested -> nested.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no suite " + name));
    }

    /** Is no test of the build: the build looks for names that end in Test. */
    static final class OfBroken extends StorageContract {
        @Override
        protected Storage emptyStorage() {
            return storage.get();
        }

        @Override
        protected Set<Variation> variations() {
            return ((Delegating) storage.get()).variations();
        }

        @Override
        protected Storage reopened(Storage storage) {
            return ((Delegating) storage).reopened();
        }

        @Override
        protected void writeUnknownKind(Storage storage, ConversationId conversation, long sequence) {
            ((Delegating) storage).writeUnknownKind(conversation, sequence);
        }
    }
}
