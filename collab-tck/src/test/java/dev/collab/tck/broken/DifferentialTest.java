package dev.collab.tck.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.collab.inmemory.InMemoryStorage;
import dev.collab.spi.Storage;
import dev.collab.tck.Differential;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares storages with each other, good ones and broken ones. */
class DifferentialTest {
    private static final Pattern SEED = Pattern.compile("seed (\\d+), shrunk to ");

    @Test
    @DisplayName("B-52 P-43 a storage does not differ from another of its kind, however long one looks")
    void memoryIsLikeMemory() {
        Differential.between(InMemoryStorage::new, InMemoryStorage::new).run(200);
    }

    /** With the most steps that it takes to show the difference. */
    static Stream<Arguments> broken() {
        return Stream.of(
                of(BrokenSeconds::new, 1, "the newest entries of ADA differs after step 1"),
                of(BrokenMutes::new, 4, "the mute of "),
                of(BrokenVersions::new, 1, "the customer's view differs after step 1"),
                of(BrokenWindows::new, 6, "the timeline of "),
                of(BrokenListOrder::new, 3, "the list "),
                of(BrokenReceipts::new, 1, "what is stored of "));
    }

    private static Arguments of(Supplier<Storage> broken, int steps, String difference) {
        return Arguments.of(broken, steps, difference);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("broken")
    @DisplayName("P-43 P-44 what differs is found, with seed, few steps and both sides, and found again by the seed")
    void whatDiffersIsFound(Supplier<Storage> broken, int steps, String difference) {
        var differential = Differential.between(InMemoryStorage::new, broken);
        var found = catchThrowable(() -> differential.run(100));

        assertThat(found)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(difference)
                .hasMessageContaining("\n" + InMemoryStorage.class.getName() + ":\n")
                .hasMessageContaining("\n" + broken.get().getClass().getName() + ":\n");
        assertThat(found.getMessage().lines().filter(line -> line.matches(" {2}[A-Z_]+ [A-Z]+ -> .*")))
                .as(found.getMessage())
                .hasSizeLessThanOrEqualTo(steps);
        var seed = SEED.matcher(found.getMessage());
        assertThat(seed.find()).isTrue();
        assertThatThrownBy(() -> differential.replay(Long.parseLong(seed.group(1))))
                .hasMessage(found.getMessage());
    }
}
