package dev.croft.connection;

/** What stands between Croft and the server, and shares the server's connections. */
public enum Pooler {
  /** Nothing, or a pooler that gives each connection a server connection of its own. */
  NONE,
  /**
   * A pooler in transaction mode, such as PgBouncer's. Statements are not prepared by name, and the
   * limits of {@link SessionLimits} are not sent: set them on the role.
   */
  TRANSACTION
}
