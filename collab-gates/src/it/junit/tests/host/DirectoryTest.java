package host;

import dev.collab.inmemory.InMemoryDirectory;
import dev.collab.model.AgentProfile;
import dev.collab.spi.Directory;
import dev.collab.tck.DirectoryContract;
import java.util.List;

class DirectoryTest extends DirectoryContract {
    @Override
    protected Directory directoryOf(List<AgentProfile> people) {
        var directory = new InMemoryDirectory();
        people.forEach(directory::put);
        return directory;
    }
}
