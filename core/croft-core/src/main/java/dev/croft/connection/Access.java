package dev.croft.connection;

/** What a login is used for. Each has credentials of its own, and none stands in for another. */
public enum Access {
  /** Sessions of tenants: a member of {@code croft_app}. */
  RUNTIME,
  /** Reader sessions of tenants, on a replica: the runtime login, or one with the same rights. */
  READER,
  /** Sessions across tenants: a member of {@code croft_admin}. */
  SYSTEM,
  /** Migrations: the owner of the tables. Croft opens no pool for it. */
  MIGRATION
}
