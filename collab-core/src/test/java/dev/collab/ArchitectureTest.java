package dev.collab;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule holds for what is published, and rejects the code under {@code archfixtures} that breaks it. */
class ArchitectureTest {
    private static final String ROOT = "dev.collab";
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** The class at the start of a line of a failure report. */
    private static final Pattern VIOLATOR = Pattern.compile(
            "^[\\s-]*(?:Class|Method|Constructor|Field|Static Initializer) <[a-z.]+\\.([A-Z]\\w*)", Pattern.MULTILINE);

    @Test
    void theRulesSeeEveryPublishedModule() {
        assertThat(PRODUCTION)
                .extracting(javaClass -> javaClass.getPackageName())
                .contains(
                        "dev.collab",
                        "dev.collab.model",
                        "dev.collab.spi",
                        "dev.collab.inmemory",
                        "dev.collab.internal");
        assertThat(PRODUCTION).noneMatch(javaClass -> javaClass.getPackageName().contains("archfixtures"));
    }

    @ParameterizedTest
    @EnumSource
    void theLibraryObeys(ArchitectureRule rule) {
        rule.in(ROOT).check(PRODUCTION);
    }

    @ParameterizedTest
    @EnumSource
    void theRuleRejectsItsFixtureAndNothingElse(ArchitectureRule rule) {
        var fixture = ROOT + ".archfixtures." + rule.fixture();

        var report = rule.in(fixture)
                .evaluate(new ClassFileImporter().importPackages(fixture))
                .getFailureReport()
                .toString();

        assertThat(violators(report)).as(report).isEqualTo(rule.violators());
    }

    private static Set<String> violators(String report) {
        return VIOLATOR.matcher(report).results().map(line -> line.group(1)).collect(Collectors.toSet());
    }
}
