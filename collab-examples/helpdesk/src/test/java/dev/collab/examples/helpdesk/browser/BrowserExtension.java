package dev.collab.examples.helpdesk.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one browser for all tests, and a help desk for each; skips loudly where there is no browser. */
final class BrowserExtension implements ExecutionCondition, BeforeAllCallback, AfterEachCallback, ParameterResolver {
    /** Makes a missing browser a failure. */
    static final String REQUIRED = "collab.browser.required";

    private static final Namespace OURS = Namespace.create(BrowserExtension.class);
    private static final Machine MACHINE = Machine.in(System.getenv());

    /** Is the browser that all tests share; closed after the last. */
    record Shared(Playwright playwright, Browser browser) implements AutoCloseable {
        static Shared start(Machine machine) {
            var environment = new HashMap<>(System.getenv());
            environment.put(
                    "PLAYWRIGHT_NODEJS_PATH", machine.node().orElseThrow().toString());
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            PlaywrightAssertions.setDefaultAssertionTimeout(10_000);
            // Containers have neither the rights for a sandbox nor, often, room in /dev/shm.
            var browser = playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(machine.chromium().orElseThrow())
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--force-color-profile=srgb")));
            return new Shared(playwright, browser);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (MACHINE.isComplete() || Boolean.getBoolean(REQUIRED)) {
            return ConditionEvaluationResult.enabled("");
        }
        context.getRoot().getStore(OURS).computeIfAbsent("warned", once -> {
            System.out.println(MACHINE.warning());
            return true;
        });
        return ConditionEvaluationResult.disabled(String.join(" ", MACHINE.missing()));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!MACHINE.isComplete()) {
            throw new AssertionError(String.join(System.lineSeparator(), MACHINE.missing()));
        }
    }

    private static Shared shared(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(Shared.class, once -> Shared.start(MACHINE), Shared.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(OURS)
                .computeIfAbsent(Stage.class, once -> new Stage(shared(context).browser()), Stage.class);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        var stage = context.getStore(OURS).remove(Stage.class, Stage.class);
        if (stage == null) {
            return;
        }
        try {
            if (context.getExecutionException().isPresent()) {
                var test = context.getRequiredTestClass().getSimpleName() + "-"
                        + context.getRequiredTestMethod().getName();
                stage.keepPictures(Path.of("target", "browser-failures", test));
            } else {
                stage.assertNoTrouble();
            }
        } finally {
            stage.close();
        }
    }
}
