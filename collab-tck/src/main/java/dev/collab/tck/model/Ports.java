package dev.collab.tck.model;

import dev.collab.spi.Directory;
import dev.collab.spi.Storage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts somebody between the library and its ports; proxies, so that a new method of a port is watched as well. */
final class Ports {
    private Ports() {}

    /** Stands between: may look, change, stop, or throw. */
    interface Watcher {
        @Nullable Object call(String name, List<Object> arguments, Real real) throws Throwable;
    }

    /** Is the call that was to be made. */
    interface Real {
        @Nullable Object call() throws Throwable;
    }

    static Storage storage(Storage real, Watcher watcher) {
        return proxy(Storage.class, (proxy, method, arguments) -> {
            var store = Objects.requireNonNull(invoked(real, method, arguments));
            return watched(method.getReturnType(), store, method.getName() + ".", watcher);
        });
    }

    static Directory directory(Directory real, Watcher watcher) {
        return watched(Directory.class, real, "directory.", watcher);
    }

    static <T> T watched(Class<T> port, Object real, String prefix, Watcher watcher) {
        return proxy(
                port,
                (proxy, method, arguments) -> watcher.call(
                        prefix + method.getName(),
                        arguments == null ? List.of() : Arrays.asList(arguments),
                        () -> invoked(real, method, arguments)));
    }

    private static @Nullable Object invoked(Object real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> port, InvocationHandler handler) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }
}
