package dev.collab.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source over one connection, which fails at the n-th call of anything that comes from it. */
final class Faulty {
    /** How a call fails. */
    enum Fault {
        BROKEN,
        ODD,
        RACE,
        BUG,
        ERROR;

        Throwable failure() {
            return switch (this) {
                case BROKEN -> new SQLException("told to fail", "08006");
                case ODD -> new SQLException("told to fail", "22000");
                case RACE -> new SQLException("told to fail", "40001");
                case BUG -> new IllegalStateException("told to fail");
                case ERROR -> new NoClassDefFoundError("told to fail");
            };
        }
    }

    private final Connection real;
    private final Fault fault;
    private final int number;

    /** Whether the call is made all the same before it fails. */
    private final boolean late;

    private int calls;
    private int closed;
    private @Nullable String failed;

    Faulty(Connection real, Fault fault, int number, boolean late) {
        this.real = real;
        this.fault = fault;
        this.number = number;
        this.late = late;
    }

    int closed() {
        return closed;
    }

    /** {@return the method that failed; null if there were fewer calls} */
    @Nullable String failed() {
        return failed;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                throw new SQLFeatureNotSupportedException(method.getName());
            }
            return called(method, this::connection);
        });
    }

    private Connection connection() {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close")) {
                // A pool takes it back also when that fails.
                closed++;
            }
            return called(
                    method, () -> method.getName().equals("close") ? null : watched(method.invoke(real, arguments)));
        });
    }

    private Object watched(Object result) {
        for (Class<?> type : List.<Class<?>>of(PreparedStatement.class, ResultSet.class)) {
            if (type.isInstance(result)) {
                return proxy(
                        type, (method, arguments) -> called(method, () -> watched(method.invoke(result, arguments))));
            }
        }
        return result;
    }

    private interface Call {
        @Nullable Object make() throws Throwable;
    }

    private @Nullable Object called(Method method, Call call) throws Throwable {
        calls++;
        boolean fails = calls == number;
        if (fails) {
            failed = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }
        if (fails && !late) {
            throw fault.failure();
        }
        var result = call.make();
        if (fails) {
            throw fault.failure();
        }
        return result;
    }

    private interface Answer {
        @Nullable Object to(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                Faulty.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return answer.to(method, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }
}
