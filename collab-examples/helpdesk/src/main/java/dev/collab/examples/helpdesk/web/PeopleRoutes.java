package dev.collab.examples.helpdesk.web;

import dev.collab.examples.helpdesk.People;
import dev.collab.model.AgentProfile;
import dev.collab.model.GroupId;
import dev.collab.model.InboxRole;
import dev.collab.model.Presence;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells every page who there is, for the switch at its top; a real host has a login instead. */
final class PeopleRoutes {
    private final People people;
    private final String storage;

    PeopleRoutes(People people, String storage) {
        this.people = people;
        this.storage = storage;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/people", this::everybody);
    }

    record Agent(
            String id,
            String name,
            Set<GroupId> groups,
            @Nullable InboxRole role,
            Presence presence,
            boolean bot) {}

    record Named(String id, String name) {}

    record Everybody(
            List<Agent> agents, List<Named> customers, List<Named> groups, List<Named> inboxes, String storage) {}

    private void everybody(Context context) {
        Requests.answer(
                context,
                new Everybody(
                        people.agents().stream().map(PeopleRoutes::agent).toList(),
                        people.customers().entrySet().stream()
                                .map(one -> new Named(one.getKey().value(), one.getValue()))
                                .toList(),
                        people.groups().entrySet().stream()
                                .map(one -> new Named(one.getKey().value(), one.getValue()))
                                .toList(),
                        List.of(new Named(People.SHOP.value(), People.SHOP_NAME)),
                        storage));
    }

    private static Agent agent(AgentProfile one) {
        return new Agent(
                one.id().value(), one.name(), one.groups(), one.roles().get(People.SHOP), one.presence(), one.bot());
    }
}
