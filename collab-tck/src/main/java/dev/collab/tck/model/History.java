package dev.collab.tck.model;

import dev.collab.model.Channel;
import dev.collab.model.IdentityPolicy;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Is what happens to one conversation.
 *
 * @param channel how the customer talks to us
 * @param identity under which name they are answered
 * @param steps what happens, one after the other
 */
record History(Channel channel, IdentityPolicy identity, List<Step> steps) {
    History with(List<Step> others) {
        return new History(channel, identity, List.copyOf(others));
    }

    @Override
    public String toString() {
        return channel + ", identity " + identity
                + steps.stream().map(step -> "\n  " + step).collect(Collectors.joining());
    }
}
