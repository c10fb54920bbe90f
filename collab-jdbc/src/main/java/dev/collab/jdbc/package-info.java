/**
 * Storage in PostgreSQL, over plain JDBC; the driver and the pool are the host's.
 *
 * <p>Start with {@link dev.collab.jdbc.PostgresStorage}.
 */
@NullMarked
package dev.collab.jdbc;

import org.jspecify.annotations.NullMarked;
