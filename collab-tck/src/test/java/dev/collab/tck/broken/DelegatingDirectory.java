package dev.collab.tck.broken;

import dev.collab.inmemory.InMemoryDirectory;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.spi.Directory;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A good directory; whoever extends it spoils one thing. */
class DelegatingDirectory implements Directory {
    final InMemoryDirectory good = new InMemoryDirectory();
    final List<AgentProfile> people;

    DelegatingDirectory(List<AgentProfile> people) {
        this.people = people;
        people.forEach(good::put);
    }

    @Override
    public Map<AgentId, AgentProfile> find(Set<AgentId> agents) {
        return good.find(agents);
    }

    @Override
    public List<AgentProfile> search(CandidateQuery query) {
        return good.search(query);
    }

    void cutOff() {
        good.failWith(new IllegalStateException("cut off"));
    }
}
