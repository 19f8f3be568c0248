package dev.croft.seeding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * Puts rows into a database that has its tables. A seeder may be run at any time and again: it adds
 * what is missing, and changes nothing that is there.
 */
public interface Seeder {

  /** Names the seeder in reports and in the record of its runs: lower case letters and hyphens. */
  String name();

  /** The names of the seeders that come before this one. */
  default Set<String> after() {
    return Set.of();
  }

  /** Whether its rows are made up, and have no place in a database of production. */
  default boolean isForDevelopment() {
    return false;
  }

  /**
   * Adds what is missing, in the transaction of {@code connection}, which is committed with the
   * record of the run, or not at all.
   *
   * @param connection as a member of {@code croft_admin}, with an empty search path; neither to be
   *     closed nor to be committed
   * @param progress to be told how far the work is
   * @return how many rows were written
   * @throws SQLException when the database refuses; the run then ends with a {@link SeedException}
   */
  long seed(Connection connection, SeedProgress progress) throws SQLException;
}
