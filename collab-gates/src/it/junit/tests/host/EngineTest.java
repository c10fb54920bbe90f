package host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class EngineTest {
    @Test
    void isTheOneThatWasAskedFor() {
        var version = new JupiterTestEngine().getVersion().orElseThrow();
        System.out.println("The kit ran on JUnit Jupiter " + version);

        assertEquals(System.getProperty("junit.version"), version);
    }

    @Test
    void explainsFailuresAsOnAnyOther() {
        var messages = new ArrayList<String>();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(BrokenDirectory.class))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable().ifPresent(failure -> messages.add(String.valueOf(failure.getMessage())));
            }
        });

        assertTrue(
                messages.stream().anyMatch(message -> message.startsWith(
                        "B-58 is broken by Directory.find of dev.collab.inmemory.InMemoryDirectory\n  expected: Finding")),
                messages.toString());
    }
}
