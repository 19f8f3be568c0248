package dev.croft.connection;

import java.util.Optional;
import java.util.stream.Stream;

/** The keys of a configuration, as environment variables and as properties alike. */
public enum Setting {
  DATABASE_SECRET_ARN("", "secret of the runtime login, with its address and credentials"),
  DATABASE_URL("", "postgresql://user:password@host:port/database?sslmode=…, or jdbc:postgresql:"),
  DATABASE_HOST("", "host of the server"),
  DATABASE_PORT("5432", "port of the server"),
  DATABASE_NAME("", "name of the database"),
  DATABASE_USER("", "runtime login, a member of croft_app"),
  DATABASE_PASSWORD("", "its password"),
  DATABASE_READER_HOST("", "host of a replica for reader sessions, with the runtime login"),
  DATABASE_READER_PORT("that of the server", "port of the replica"),
  DATABASE_READER_SECRET_ARN("", "secret of the login of reader sessions, with its address"),
  DATABASE_SYSTEM_SECRET_ARN("", "secret of the system login"),
  DATABASE_SYSTEM_USER("", "system login, a member of croft_admin"),
  DATABASE_SYSTEM_PASSWORD("", "its password"),
  DATABASE_MIGRATION_SECRET_ARN("", "secret of the owner of the tables"),
  DATABASE_MIGRATION_USER("", "owner of the tables"),
  DATABASE_MIGRATION_PASSWORD("", "its password"),
  DATABASE_SECRET_REGION("that of the ARN", "AWS region that secrets are read in"),
  DATABASE_SECRET_ENDPOINT("that of the region", "URL of the Secrets Manager API"),
  DATABASE_SSLMODE("verify-full; prefer for this machine", "as PostgreSQL spells it"),
  DATABASE_SSLROOTCERT("what the JVM trusts", "PEM file of the trusted authorities"),
  DATABASE_POOL_MAXIMUM_SIZE("10", "most connections of each login"),
  DATABASE_POOL_MINIMUM_IDLE("2, or the maximum", "connections that are kept open unused"),
  DATABASE_POOL_CONNECTION_TIMEOUT("10s", "how long a caller waits for a connection"),
  DATABASE_POOL_IDLE_TIMEOUT("10min", "when a connection beyond the minimum is closed"),
  DATABASE_POOL_KEEPALIVE("2min", "how often an idle connection is asked whether it lives"),
  DATABASE_POOL_MAXIMUM_LIFETIME("25min", "when a connection is replaced"),
  DATABASE_POOL_LEAK_DETECTION("0s", "when a connection in use is reported; 0s for never"),
  DATABASE_CLOSE_TIMEOUT("10s", "how long closing waits for work that is running"),
  DATABASE_STATEMENT_TIMEOUT("30s", "how long a statement may run; 0s for ever"),
  DATABASE_LOCK_TIMEOUT("10s", "how long a statement waits for a lock; 0s for ever"),
  DATABASE_IDLE_IN_TRANSACTION_TIMEOUT("60s", "how long a transaction may idle; 0s for ever"),
  DATABASE_APPLICATION_NAME("croft", "what pg_stat_activity shows"),
  DATABASE_SLOW_STATEMENT("1s", "from when on a statement is logged as slow; 0s for never"),
  DATABASE_REWRITE_BATCHED_INSERTS("false", "true: a batch of inserts is sent as few, uncounted"),
  DATABASE_POOLER("none", "transaction: a pooler in transaction mode stands in between"),
  DATABASE_SEALING_KEY("", "name:secret that signs tenants for a sealed database, in hexadecimal"),
  DATABASE_SEALING_BOUND("false", "true: what it signs holds on its own connection only"),
  DATABASE_REPORT_ONLY("false", "true: open on any database, and log what is wrong with it");

  private final String standard;
  private final String meaning;

  Setting(String standard, String meaning) {
    this.standard = standard;
    this.meaning = meaning;
  }

  /** What holds where the key is not set, in words; empty where nothing does. */
  public String standard() {
    return standard;
  }

  /** What it sets, in words. */
  public String meaning() {
    return meaning;
  }

  static Optional<Setting> named(String key) {
    return Stream.of(values()).filter(setting -> setting.name().equals(key)).findFirst();
  }
}
