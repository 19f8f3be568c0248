package dev.croft.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.fixture.Village;
import dev.croft.session.TenantSession;
import dev.croft.session.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.tools.jdbc.SingleConnectionDataSource;
import org.junit.jupiter.api.Test;

/** How long a connection may be silent, in what the driver is told of it. */
class SilenceTest {
  private static final DatabaseAddress ADDRESS = new DatabaseAddress("db", 5432, "village");

  private static Map<String, String> properties(ServerSettings settings) {
    return DriverProperties.of(ADDRESS, settings);
  }

  private static ServerSettings limited(Duration statement) {
    return ServerSettings.defaults().limits(SessionLimits.defaults().statement(statement));
  }

  @Test
  void a_server_is_silent_for_five_seconds_longer_than_a_statement_may_take() {
    assertThat(properties(ServerSettings.defaults())).containsEntry("socketTimeout", "35");
    assertThat(properties(limited(Duration.ofMillis(1)))).containsEntry("socketTimeout", "6");
    assertThat(properties(limited(Duration.ofMinutes(5)))).containsEntry("socketTimeout", "305");
  }

  @Test
  void it_may_be_silent_for_ever_where_statements_may_run_for_ever_or_the_pooler_decides() {
    assertThat(properties(limited(Duration.ZERO))).doesNotContainKey("socketTimeout");
    assertThat(properties(ServerSettings.defaults().pooler(Pooler.TRANSACTION)))
        .doesNotContainKey("socketTimeout");
  }

  @Test
  void what_is_configured_goes_before() {
    ServerSettings settings = ServerSettings.defaults().driverProperty("socketTimeout", "7");
    assertThat(properties(settings)).containsEntry("socketTimeout", "7");
  }

  /** On a connection that no pool sets back. */
  @Test
  void the_longer_patience_of_a_transaction_does_not_stay_on_its_connection() throws SQLException {
    try (Village village = Village.found();
        Connection connection = connect(village);
        Croft croft = Croft.open(on(village, connection))) {
      TenantSession acme = croft.tenant(village.acmeId());
      TransactionOptions patient = TransactionOptions.defaults().timeout(Duration.ofMinutes(2));
      acme.transaction(patient, tx -> assertSilence(connection, 125));
      assertSilence(connection, 35);
      TransactionOptions brief = TransactionOptions.defaults().timeout(Duration.ofSeconds(2));
      acme.transaction(brief, tx -> assertSilence(connection, 35));
      connection.setNetworkTimeout(Runnable::run, 0);
      acme.transaction(patient, tx -> assertSilence(connection, 0));
    }
  }

  private static Connection connect(Village village) throws SQLException {
    ConnectionSource.Server server =
        new ConnectionSource.Server(village.address(), Village.credentials(village.runtime()));
    return ServerDataSource.of(server, ServerSettings.defaults()).getConnection();
  }

  private static CroftConfig on(Village village, Connection connection) {
    DataSource alone = new SingleConnectionDataSource(connection);
    return village.sealed(CroftConfig.of(Access.RUNTIME, new ConnectionSource.Given(alone)));
  }

  private static void assertSilence(Connection connection, int seconds) throws SQLException {
    assertThat(connection.getNetworkTimeout()).isEqualTo(1_000 * seconds);
  }
}
