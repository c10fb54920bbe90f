package host;

import dev.collab.inmemory.InMemoryDirectory;
import dev.collab.model.AgentProfile;
import dev.collab.spi.Directory;
import dev.collab.tck.DirectoryContract;
import java.util.List;

/** Knows nobody. It is no test of the build: EngineTest runs it, and sees it fail. */
class BrokenDirectory extends DirectoryContract {
    @Override
    protected Directory directoryOf(List<AgentProfile> people) {
        return new InMemoryDirectory();
    }
}
