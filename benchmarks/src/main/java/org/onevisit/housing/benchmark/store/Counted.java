package org.onevisit.housing.benchmark.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections whose statements are counted, whoever executes them. */
public final class Counted {
    private final Tally tally;
    private final @Nullable String afterCommit;

    private Counted(Tally tally, @Nullable String afterCommit) {
        this.tally = tally;
        this.afterCommit = afterCommit;
    }

    /** The same connections, counted. */
    public static DataSource of(DataSource source, Tally tally) {
        return new Counted(tally, null).source(source);
    }

    /** The same connections, counted; a statement follows each commit, which is acknowledged after it. */
    public static DataSource of(DataSource source, Tally tally, String afterCommit) {
        return new Counted(tally, afterCommit).source(source);
    }

    /** The same connection, counted. */
    public static Connection of(Connection connection, Tally tally) {
        return new Counted(tally, null).connection(connection);
    }

    private DataSource source(DataSource source) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = invoke(source, method, arguments);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            if (method.getName().equals("commit")) {
                tally.committed();
                settle(connection);
            }
            if (result instanceof PreparedStatement statement && arguments != null) {
                return statement(PreparedStatement.class, statement, String.valueOf(arguments[0]));
            }
            return result instanceof Statement statement ? statement(Statement.class, statement, "") : result;
        });
    }

    private void settle(Connection connection) throws SQLException {
        if (afterCommit != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(afterCommit);
            }
        }
    }

    private <S extends Statement> S statement(Class<S> type, S statement, String prepared) {
        int[] batched = {0};
        return proxy(type, (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.equals("addBatch")) {
                batched[0]++;
            } else if (name.equals("executeBatch")) {
                tally.executed(prepared, batched[0]);
                batched[0] = 0;
            } else if (name.startsWith("execute")) {
                tally.executed(
                        arguments != null && arguments[0] instanceof String sql && prepared.isEmpty() ? sql : prepared,
                        1);
            }
            return invoke(statement, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Counted.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object on, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
