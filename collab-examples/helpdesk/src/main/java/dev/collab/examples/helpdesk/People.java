package dev.collab.examples.helpdesk;

import dev.collab.inmemory.InMemoryDirectory;
import dev.collab.inmemory.Person;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;
import dev.collab.model.Presence;
import dev.collab.spi.Directory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Knows the shop's people: agents in the directory that the library asks, customers in a list of the host's own.
 *
 * <p>A real host asks its user database here.
 */
public final class People {
    /** The one inbox. */
    public static final InboxId SHOP = new InboxId("shop");

    /** What customers know it by. */
    public static final String SHOP_NAME = "Lark & Lane";

    static final GroupId FOOTWEAR = new GroupId("footwear");
    /** The group that helps with everything that is worn with something else. */
    public static final GroupId ACCESSORIES = new GroupId("accessories");

    static final GroupId RETURNS = new GroupId("returns");

    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final Set<AgentId> agents = new LinkedHashSet<>();
    private final Map<CustomerId, String> customers = new LinkedHashMap<>();
    private final Map<GroupId, String> groups = new LinkedHashMap<>();

    /** Hires everybody. */
    public People() {
        groups.put(FOOTWEAR, "Footwear");
        groups.put(ACCESSORIES, "Accessories");
        groups.put(RETURNS, "Returns");
        agent("asha", "Asha Verma", asha -> asha.groups(FOOTWEAR));
        agent("mika", "Mika Lindqvist", mika -> mika.groups(FOOTWEAR).presence(Presence.AWAY));
        agent("bo", "Bo Okafor", bo -> bo.groups(ACCESSORIES));
        agent("sam", "Sam Duarte", sam -> sam.groups(ACCESSORIES));
        agent("noor", "Noor Haddad", noor -> noor.groups(RETURNS));
        agent("ravi", "Ravi Menon", ravi -> ravi.groups(FOOTWEAR, ACCESSORIES).role(SHOP, InboxRole.SUPERVISOR));
        agent("lena", "Lena Brandt", lena -> lena.groups(RETURNS).role(SHOP, InboxRole.SUPERVISOR));
        agent("ada", "Ada Castellanos-Whitfield", ada -> ada.role(SHOP, InboxRole.ADMIN));
        agent("sizer", "Sizing bot", sizer -> sizer.groups(FOOTWEAR).bot());
        customer("carl", "Carl Jensen");
        customer("dana", "Dana Osei");
        customer("elif", "Elif Yılmaz");
        customer("grace", "Grace Nakamura");
        customer("tom", "Thomas Bartholomew Featherstonehaugh-Cholmondeley of Kirkcudbright");
    }

    private void agent(String id, String name, UnaryOperator<Person> details) {
        var agent = new AgentId(id);
        agents.add(agent);
        // Whoever works in an inbox has a role in it; the lambda may say a higher one.
        directory.add(
                agent,
                name,
                person -> details.apply(person.publicName(name.split(" ", 2)[0]).role(SHOP, InboxRole.AGENT)));
    }

    private void customer(String id, String name) {
        customers.put(new CustomerId(id), name);
    }

    /** {@return what the library asks} */
    public Directory directory() {
        return directory;
    }

    /** {@return all agents, as the directory knows them now} */
    public List<AgentProfile> agents() {
        var known = directory.find(agents);
        return agents.stream().map(known::get).toList();
    }

    /** {@return an agent, active or not; empty if there is none} */
    public Optional<AgentProfile> agent(AgentId id) {
        return Optional.ofNullable(directory.find(Set.of(id)).get(id));
    }

    /** {@return what agents are called now; whoever is unknown is called by their id} */
    public String name(AgentId id) {
        return agent(id).map(AgentProfile::name).orElse(id.value());
    }

    /** {@return the name of a customer; empty if there is none} */
    public Optional<String> name(CustomerId id) {
        return Optional.ofNullable(customers.get(id));
    }

    /** {@return what a group is called; one that is unknown is called by its id} */
    public String name(GroupId id) {
        return groups.getOrDefault(id, id.value());
    }

    /** {@return all customers by id, in the order of the shop's list} */
    public Map<CustomerId, String> customers() {
        return Collections.unmodifiableMap(customers);
    }

    /** {@return all groups by id} */
    public Map<GroupId, String> groups() {
        return Collections.unmodifiableMap(groups);
    }
}
