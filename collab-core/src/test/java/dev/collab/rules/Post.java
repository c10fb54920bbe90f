package dev.collab.rules;

import dev.collab.model.Notification;
import dev.collab.spi.Outbox;
import dev.collab.spi.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What lies in a {@link Shop}'s outbox, and an outbox out of whose reach relays fall. */
final class Post {
    private Post() {}

    /** Thrown where a relay dies: nothing of what it holds is acknowledged. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Takes everything out, whatever becomes of it; in order for each conversation and recipient. */
    static List<Notification> taken(Shop shop) {
        var outbox = shop.storage.outbox();
        var all = new ArrayList<Notification>();
        List<Outbox.Claim> claims;
        do {
            var now = shop.time.instant();
            claims = outbox.claim("reader", now, now.plus(Duration.ofMinutes(1)), 1_000);
            for (var claim : claims) {
                all.add(claim.notification());
                outbox.acknowledge(claim.notification().id(), "reader");
            }
        } while (!claims.isEmpty());
        return all;
    }

    /** What was stored by this, and only this, as "KIND recipient". */
    static List<String> of(Shop shop, Runnable act) {
        taken(shop);
        act.run();
        return taken(shop).stream()
                .map(one -> one.kind() + " " + one.recipient())
                .toList();
    }

    /** A storage whose relays die after delivering and before acknowledging, as often as they are told to. */
    static Storage dying(Storage real, BooleanSupplier dies) {
        var outbox = (Outbox) Proxy.newProxyInstance(
                Outbox.class.getClassLoader(), new Class<?>[] {Outbox.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("acknowledge") && dies.getAsBoolean()) {
                        throw new Killed();
                    }
                    try {
                        return method.invoke(real.outbox(), arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(),
                new Class<?>[] {Storage.class},
                (proxy, method, arguments) ->
                        method.getName().equals("outbox") ? outbox : method.invoke(real, arguments));
    }
}
