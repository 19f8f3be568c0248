package dev.croft.testkit;

/** How far a test is kept from the traces of the others. */
public enum Fresh {
  /** Each test has a database of its own. */
  DATABASE_PER_TEST,

  /** All tests of a class, and of the classes nested in it, share a database. */
  DATABASE_PER_CLASS,

  /**
   * All tests of a class share a database, and each tenant's session runs in a transaction that is
   * rolled back at the end of the test: the fastest, with three consequences.
   *
   * <ul>
   *   <li>Each tenant has a transaction of its own, so that no tenant, nor anybody else, sees what
   *       another wrote. That a row is <em>not</em> seen proves little here; test isolation on a
   *       database.
   *   <li>A statement that PostgreSQL refuses ends the transaction. Run what is to fail in {@code
   *       session.transaction(…)}, which is a savepoint here.
   *   <li>Parameters whose work would stay, {@code Croft}, {@code CroftConfig}, {@code
   *       SystemSession} and {@code CroftDatabase}, are refused. Tenants and people do stay.
   * </ul>
   *
   * A session belongs to the thread of its test; a statement may take 30 seconds.
   */
  TRANSACTION_PER_TEST
}
