package dev.croft.migrations;

import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * Brings a database to the state that a changelog describes, and back.
 *
 * <p>Each call works on a connection of its own, closed afterwards. Calls that change the database
 * hold a lock while they do, so that of several processes one works and the others wait; the lock
 * ends with the connection, whatever happens to the process. A changeset and the record that it ran
 * are committed together, unless it runs outside a transaction. The search path is empty:
 * changelogs qualify every name with its schema.
 *
 * <p>Before anything runs, every formatted SQL file is checked for what Liquibase would overlook,
 * and every changeset for a rollback; write {@code --rollback not required} where there is nothing
 * to roll back. Where a lock stands beside the changelog, what was released is checked against it
 * ({@link Releases}). What fails, fails with a {@link MigrationException}.
 *
 * <p>Migrators do not change and may be used by several threads.
 */
public interface Migrator {

  /**
   * A migrator that acts as the owner of the database.
   *
   * @param changelog the path of the changelog on the class path, such as {@code
   *     croft/changelog.xml}
   */
  static Migrator of(PostgresDatabase database, String changelog) {
    return of(database.jdbcUrl(), database.owner(), changelog);
  }

  /**
   * A migrator that acts as the given login, which will own what the changelog creates.
   *
   * @param jdbcUrl the address of the database itself, not of a pooler that shares sessions, and
   *     without credentials
   * @param changelog the path of the changelog on the class path
   * @throws InvalidDatabaseUrlException if the URL is not PostgreSQL's, or holds credentials
   */
  static Migrator of(String jdbcUrl, Login login, String changelog) {
    return ConfiguredMigrator.of(Target.of(jdbcUrl, login), changelog);
  }

  /**
   * A migrator that acts as the login of {@code owner}, which will own what the changelog creates.
   *
   * @param owner makes a new connection each time, which is closed after the call: no pool, whose
   *     connection would take settings back with it, and hold the lock
   * @param changelog the path of the changelog on the class path
   */
  static Migrator of(DataSource owner, String changelog) {
    return ConfiguredMigrator.of(Target.of(owner), changelog);
  }

  /** A migrator that looks for changelogs in these directories before the class path. */
  Migrator readingFrom(Path... directories);

  /** A migrator that waits this long for another one to finish, instead of five minutes. */
  Migrator waitingAtMost(Duration patience);

  /**
   * A migrator whose changesets wait for the locks of other sessions no longer than this, and that
   * tries again when one is not free. A changeset that waits for a busy table makes every later
   * query of that table wait behind it; giving up for a moment lets them pass.
   *
   * <p>Changesets outside a transaction wait as the server says: a concurrent build that is
   * interrupted leaves an invalid index.
   *
   * @param lockTimeout PostgreSQL's {@code lock_timeout}, at least a millisecond
   * @param attempts how often to try, at least once; the pause grows from a tenth of a second to
   *     ten seconds
   */
  Migrator givingWay(Duration lockTimeout, int attempts);

  /**
   * A migrator that applies the changelog to one schema of the database, such as that of a tenant.
   * The changelog writes {@code ${schema}} for its name. The record of what was applied is a table
   * of that schema, and goes where the schema goes; two schemas may be migrated at once, by two
   * processes.
   *
   * @param schema a schema that exists, named with small letters, digits and underscores
   * @throws SchemaNotMigratedException if it has another kind of name; if it does not exist, the
   *     work throws it
   */
  Migrator inSchema(String schema);

  /** A migrator that tells of each changeset. */
  Migrator tellingOf(MigrationListener listener);

  /**
   * Applies what is pending.
   *
   * @return what was applied, in order; empty if nothing was pending
   */
  List<ChangesetId> apply();

  /** What has been applied and what is pending; changes nothing and waits for nobody. */
  MigrationStatus status();

  /**
   * What {@link #apply()} would run; changes nothing and waits for nobody.
   *
   * @return the changesets in order, without the records that are kept of them
   */
  List<ChangesetSql> pendingSql();

  /**
   * What {@link #apply()} would lock, measured: each pending changeset runs in a transaction that
   * is rolled back. Meanwhile the locks are held, for as long as the changesets run; so measure on
   * a copy of the database, with its rows. A changeset outside a transaction is not run. Locks of
   * other sessions are waited for as {@link #givingWay} says.
   *
   * @return the changesets in order
   * @throws LocksNotMeasuredException if the database is marked as production
   */
  List<ChangesetLocks> measureLocks();

  /**
   * As {@link #measureLocks()}, however the database is marked: a copy bears the mark as well.
   *
   * @param databaseName the name of the database whose tables will be locked
   * @throws LocksNotMeasuredException if this database has another name
   */
  List<ChangesetLocks> measureLocks(String databaseName);

  /**
   * Rolls back the changesets applied last.
   *
   * @param count how many; no more than have been applied
   * @return what was rolled back, latest first
   */
  List<ChangesetId> rollback(int count);

  /**
   * Rolls back what was applied after the tag was set.
   *
   * @return what was rolled back, latest first
   */
  List<ChangesetId> rollbackTo(String tag);

  /** Sets a tag, to which the database can be rolled back. Each tag is set once. */
  void tag(String tag);

  /**
   * Drops everything in the database that its login may drop, and applies the changelog; for
   * development. Roles and privileges on the database itself stay. Either all is dropped or
   * nothing; a changeset that fails afterwards leaves the database with those before it.
   *
   * @return what was applied
   * @throws ResetRefusedException if the database is marked as production, or holds rows that no
   *     changeset wrote
   */
  List<ChangesetId> reset();

  /**
   * As {@link #reset()}, whatever the database holds and however it is marked.
   *
   * @param databaseName the name of the database whose rows shall be lost
   * @throws ResetRefusedException if this database has another name
   */
  List<ChangesetId> resetDiscardingRows(String databaseName);

  /** Checks the changelog, against the database too; changes nothing and waits for nobody. */
  void validate();
}
