package dev.croft.health;

import dev.croft.connection.Access;
import dev.croft.connection.ConnectionPool;
import dev.croft.connection.PoolState;
import dev.croft.doctor.Doctor;
import dev.croft.exception.DatabaseException;
import dev.croft.exception.ExceptionTranslator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Schema;

/** Asks pools, server and catalogue. Never throws for what it is there to find out. */
public final class Examiner {
  private Examiner() {}

  /**
   * Examines {@code pools}, and the database through the first of them; of a replica, whether it is
   * reached.
   *
   * @param schemas the generated schemas of the application, for the doctor to compare
   */
  public static Health examine(List<ConnectionPool> pools, Collection<? extends Schema> schemas) {
    ConnectionPool first = pools.getFirst();
    List<PoolState> states = pools.stream().map(ConnectionPool::state).toList();
    try {
      pools.stream().filter(pool -> pool.access() == Access.READER).forEach(Examiner::reach);
      Connection connection = first.take();
      try {
        return new Health(
            states,
            Optional.of(connection.getMetaData().getDatabaseProductVersion()),
            Optional.of(Columns.compare(connection)),
            Doctor.examine(connection, schemas).findings(),
            Optional.empty());
      } finally {
        first.giveBack(connection);
      }
    } catch (SQLException e) {
      return unreached(states, ExceptionTranslator.translate(e));
    } catch (DatabaseException e) {
      return unreached(states, e);
    }
  }

  private static void reach(ConnectionPool pool) {
    pool.giveBack(pool.take());
  }

  private static Health unreached(List<PoolState> pools, DatabaseException problem) {
    return new Health(
        pools,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(String.valueOf(problem.getMessage())));
  }
}
