package dev.croft.isolation;

/** A connection that prepares only statements that were permitted. */
public interface FencedConnection {
  /** Allows the next statement to be prepared, once, if its text is the permitted one. */
  void permit(StatementPermit permit);

  /** The tenant that it enters. */
  TenantId tenant();
}
