package dev.croft.outage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.connection.PoolSettings;
import dev.croft.fixture.Village;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The controls of the other tests of this package: each fault that they look for is planted. */
@NullUnmarked
@Timeout(60)
class LoadTest {
  private Village village;
  private Load load;

  @BeforeEach
  void found() {
    village = Village.found();
    load = Load.on(village);
  }

  @AfterEach
  void close() {
    load.close();
    village.close();
  }

  @Test
  void nothing_is_found_where_nothing_is_wrong() throws Exception {
    load.during(() -> load.outcomes().awaitSuccesses(50));
    assertThat(load.outcomes().failures()).isZero();
    load.check();
  }

  @Test
  void an_acknowledged_write_that_is_not_there_is_found() throws SQLException {
    load.ledger().acknowledged(village.acmeId(), village.acmeId() + " 1");
    assertThat(load.findings())
        .containsExactly(
            "acknowledged for %1$s, found for null: %1$s 1".formatted(village.acmeId()));
  }

  @Test
  void a_row_that_is_about_another_tenant_is_found() throws Exception {
    village.asSuperuser(
        "insert into auth.roles (tenant_id, name) values ('%s', '%s 1')",
        village.acmeId(), village.globexId());
    load.atOnce(8, () -> {});
    assertThat(load.findings())
        .contains("%s read %s 1".formatted(village.acmeId(), village.globexId()));
  }

  @Test
  void half_of_a_transaction_is_found() throws SQLException {
    village.asSuperuser(
        "insert into auth.roles (tenant_id, name) values ('%1$s', '%1$s 1 first')",
        village.acmeId());
    assertThat(load.findings())
        .containsExactly("half of a transaction is there: %s 1 first".formatted(village.acmeId()));
  }

  @Test
  void what_is_left_on_a_connection_is_found() throws SQLException {
    leave("set app.tenant_id = '%s'".formatted(village.setting(village.acmeId())));
    assertThat(load.findings())
        .containsExactly("a connection was left with a tenant or a setting ");
  }

  @Test
  void a_setting_left_on_a_connection_is_found() throws SQLException {
    leave("set lock_timeout = 0");
    assertThat(load.findings())
        .containsExactly("a connection was left with a tenant or a setting lock_timeout");
  }

  private void leave(String sql) throws SQLException {
    Connection connection = load.pool().take();
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    load.pool().giveBack(connection);
  }

  @Test
  void a_connection_that_is_not_given_back_is_found() throws SQLException {
    PoolSettings impatient = PoolSettings.defaults().connectionTimeout(Duration.ofSeconds(1));
    try (Load hasty = Load.on(village, impatient)) {
      Connection kept = hasty.pool().take();
      assertThat(hasty.findings()).contains("of 4 connections 3 are there");
      hasty.pool().giveBack(kept);
      assertThat(hasty.findings()).isEmpty();
    }
  }
}
