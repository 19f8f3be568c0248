package dev.croft.connection;

import java.sql.Connection;

/**
 * A connection that was taken from a pool.
 *
 * @param proven whether its last use ended with {@link ConnectionPool#giveBackProven}
 */
public record Lease(Connection connection, boolean proven) {}
