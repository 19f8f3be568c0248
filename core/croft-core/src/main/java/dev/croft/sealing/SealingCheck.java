package dev.croft.sealing;

import dev.croft.connection.ConfigurationException;
import dev.croft.connection.ConnectionPool;
import dev.croft.exception.ExceptionTranslator;
import dev.croft.exception.TokenRefusedException;
import dev.croft.isolation.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.core.BaseConnection;

/** Tries, before the first session, whether the database believes what the sessions will say. */
public final class SealingCheck {
  private static final String STATE =
      """
      select coalesce(
          (select p.prosrc = 'select true'
          from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
          where n.nspname = 'croft' and p.proname = 'is_sealed' and p.pronargs = 0), false),
        pg_catalog.clock_timestamp(), pg_catalog.pg_backend_pid()\
      """;

  private static final String ENTER =
      "select pg_catalog.set_config('app.tenant_id', ?, true); select croft.sealed_tenant()";

  private final Connection connection;
  private final Sealing sealing;
  private final InstantSource clock;

  private SealingCheck(Connection connection, Sealing sealing, InstantSource clock) {
    this.connection = connection;
    this.sealing = sealing;
    this.clock = clock;
  }

  /**
   * Checks that either both sides are sealed, and the database believes a token, or neither is.
   *
   * @throws ConfigurationException saying which side differs and how
   */
  public static void check(ConnectionPool pool, Optional<Sealing> sealing) {
    check(pool, sealing, InstantSource.system());
  }

  static void check(ConnectionPool pool, Optional<Sealing> sealing, InstantSource clock) {
    Connection connection = pool.take();
    try {
      check(connection, sealing, clock);
    } catch (SQLException e) {
      throw ExceptionTranslator.translate(e);
    } finally {
      pool.giveBack(connection);
    }
  }

  private static void check(Connection connection, Optional<Sealing> sealing, InstantSource clock)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(STATE);
        ResultSet state = statement.executeQuery()) {
      state.next();
      if (state.getBoolean(1) != sealing.isPresent()) {
        throw sealing.isPresent() ? notSealed() : sealed();
      }
      if (sealing.isPresent()) {
        new SealingCheck(connection, sealing.get(), clock).check(state);
      }
    }
  }

  private void check(ResultSet state) throws SQLException {
    checkClock(state.getObject(2, OffsetDateTime.class).toInstant());
    checkConnection(state.getInt(3));
    checkToken();
  }

  private void checkClock(Instant there) {
    Duration ahead = Duration.between(there, clock.instant());
    if (ahead.abs().compareTo(sealing.lifetime().dividedBy(2)) > 0) {
      throw new ConfigurationException(
          "the clock here is %d s %s that of the database, and tokens live for %d s"
              .formatted(
                  ahead.abs().toSeconds(),
                  ahead.isNegative() ? "behind" : "ahead of",
                  sealing.lifetime().toSeconds()),
          "Synchronize both clocks.");
    }
  }

  private void checkConnection(int pid) throws SQLException {
    if (sealing.boundToConnection()
        && connection.unwrap(BaseConnection.class).getBackendPID() != pid) {
      throw new ConfigurationException(
          "tokens are bound to connections, and a pooler stands before the server",
          "Connect to the server itself, or use tokens that are not bound.");
    }
  }

  private void checkToken() throws SQLException {
    TenantId anybody = new TenantId(UUID.randomUUID());
    try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
      statement.setString(1, new SignedTokens(sealing, clock).of(anybody, connection));
      statement.execute();
    } catch (SQLException e) {
      if (ExceptionTranslator.translate(e) instanceof TokenRefusedException) {
        throw notBelieved();
      }
      throw e;
    }
  }

  private ConfigurationException notBelieved() {
    return new ConfigurationException(
        "the database does not believe tokens of sealing key %s".formatted(sealing.key().id()),
        "Add the key by croft.add_sealing_key, with the secret that is used here, or see whether"
            + " it was retired.");
  }

  private static ConfigurationException sealed() {
    return new ConfigurationException(
        "the database is sealed, and no sealing key is configured",
        "Configure the key, by withSealing(…): without one every table of tenants is empty.");
  }

  private static ConfigurationException notSealed() {
    return new ConfigurationException(
        "a sealing key is configured, and the database is not sealed",
        "Run select croft.seal(); as the owner of the tables, or leave the key out.");
  }
}
