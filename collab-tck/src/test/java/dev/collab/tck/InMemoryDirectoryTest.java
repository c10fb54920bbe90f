package dev.collab.tck;

import dev.collab.inmemory.InMemoryDirectory;
import dev.collab.model.AgentProfile;
import dev.collab.spi.Directory;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;

@DisplayName("People in memory")
class InMemoryDirectoryTest extends DirectoryContract {
    @Override
    protected Directory directoryOf(List<AgentProfile> people) {
        var directory = new InMemoryDirectory();
        people.forEach(directory::put);
        return directory;
    }

    @Override
    protected Set<DirectoryVariation> variations() {
        return Set.of(DirectoryVariation.CAN_BE_CUT_OFF);
    }

    @Override
    protected void cutOff(Directory directory) {
        ((InMemoryDirectory) directory).failWith(new IllegalStateException("cut off"));
    }

    @Override
    protected int effort() {
        return 20;
    }
}
