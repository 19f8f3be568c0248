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
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** Asks pools, server and catalogue. Never throws for what it is there to find out. */
public final class Examiner {
  private static final String REPLICA = "The replica of reader sessions does not answer. ";

  /** How long the replica has to answer. */
  private static final int SECONDS = 5;

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
      Connection connection = first.take();
      try {
        return new Health(
            states,
            Optional.of(connection.getMetaData().getDatabaseProductVersion()),
            Optional.of(Columns.compare(connection)),
            Doctor.examine(connection, schemas).findings(),
            problemOfReplica(pools));
      } finally {
        first.giveBack(connection);
      }
    } catch (SQLException e) {
      return unreached(states, ExceptionTranslator.translate(e));
    } catch (DatabaseException e) {
      return unreached(states, e);
    }
  }

  private static Optional<String> problemOfReplica(List<ConnectionPool> pools) {
    return pools.stream()
        .filter(pool -> pool.access() == Access.READER)
        .findFirst()
        .flatMap(Examiner::problem);
  }

  private static Optional<String> problem(ConnectionPool reader) {
    try {
      reach(reader);
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(REPLICA + ExceptionTranslator.translate(e).getMessage());
    } catch (DatabaseException e) {
      return Optional.of(REPLICA + e.getMessage());
    }
  }

  /** The pool may hold connections of which it does not know yet that they are lost. */
  private static void reach(ConnectionPool reader) throws SQLException {
    for (int lost = 0; lost <= reader.maximumSize(); lost++) {
      Connection connection = reader.take();
      if (connection.isValid(SECONDS)) {
        reader.giveBack(connection);
        return;
      }
      reader.evict(connection);
    }
    throw new PSQLException("no connection answers", PSQLState.CONNECTION_FAILURE);
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
