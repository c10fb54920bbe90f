package dev.collab.tck.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.inmemory.InMemoryStorage;
import dev.collab.spi.Storage;
import dev.collab.spi.StoredConversation;
import dev.collab.tck.model.Faults.Fault;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lets each call of a port fail in turn, and shows that what goes wrong then is found. */
class FaultsTest {
    @ParameterizedTest
    @EnumSource
    @DisplayName("B-41 P-27 P-28 P-33 whichever call fails, all is as before or as after, and the same key ends it")
    void anyCallMayFail(Fault fault) throws Exception {
        Faults.hold(InMemoryStorage::new, fault, Integer.MAX_VALUE);
    }

    @Test
    @DisplayName("P-27 P-33 a store that does not find receipts is found")
    void lostReceiptsAreFound() {
        assertThatThrownBy(() -> Faults.hold(FaultsTest::forgetful, Fault.UNKNOWN_AND_DONE, 4))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Faults.holdToNamedKeys(FaultsTest::forgetful)).isInstanceOf(AssertionError.class);
    }

    private static Storage forgetful() {
        return Ports.storage(new InMemoryStorage(), (name, arguments, call) -> {
            var result = call.call();
            return name.equals("conversations.load")
                    ? ((Optional<?>) result)
                            .map(StoredConversation.class::cast)
                            .map(one -> new StoredConversation(one.head(), one.settings(), null))
                    : result;
        });
    }
}
