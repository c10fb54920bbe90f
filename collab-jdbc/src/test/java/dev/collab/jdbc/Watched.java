package dev.collab.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Writes down what is called on connections and statements. */
final class Watched {
    private static final Set<String> EXECUTIONS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeUpdate");

    /** What ends or changes a transaction, or costs a round trip besides statements. */
    private static final Set<String> CONTROLS = Set.of(
            "commit",
            "rollback",
            "setAutoCommit",
            "close",
            "abort",
            "setTransactionIsolation",
            "getTransactionIsolation",
            "setReadOnly",
            "setSavepoint",
            "isValid",
            "setSchema",
            "getSchema",
            "setCatalog",
            "beginRequest");

    final List<String> executed = new ArrayList<>();
    final List<String> controlled = new ArrayList<>();

    /** {@return a data source whose connections are watched} */
    DataSource over(DataSource real) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    var result = method.invoke(real, arguments);
                    return result instanceof Connection connection ? over(connection) : result;
                });
    }

    Connection over(Connection real) {
        return watched(Connection.class, real, (method, arguments, result) -> {
            if (CONTROLS.contains(method)) {
                controlled.add(
                        arguments == null
                                ? method
                                : method + Stream.of(arguments).toList());
            }
            if (result instanceof PreparedStatement statement) {
                return overStatement(PreparedStatement.class, statement, (String) arguments[0]);
            }
            return result instanceof Statement statement ? overStatement(Statement.class, statement, "") : result;
        });
    }

    private <S extends Statement> S overStatement(Class<S> type, S real, String sql) {
        return watched(type, real, (method, arguments, result) -> {
            if (EXECUTIONS.contains(method)) {
                executed.add(sql.isEmpty() ? (String) arguments[0] : sql);
            }
            return result;
        });
    }

    private interface Watch {
        Object seen(String method, Object[] arguments, Object result) throws SQLException;
    }

    private static <T> T watched(Class<T> type, T real, Watch watch) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return watch.seen(method.getName(), arguments, method.invoke(real, arguments));
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }
}
