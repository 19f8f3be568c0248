package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.val;

import dev.croft.exception.SessionException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.exception.UnsafeDatabaseException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What PostgreSQL and its driver do, by hand, and that sessions do not let it happen. */
@NullUnmarked
class SessionFactsTest {
  private static Well well;

  @BeforeAll
  static void dig() {
    well = Well.own();
  }

  @AfterAll
  static void close() {
    well.close();
  }

  private String setting(String scope) {
    return "set %s app.tenant_id = '%s'".formatted(scope, well.village().globexId());
  }

  @Test
  void set_local_outside_a_transaction_sets_nothing_and_sessions_refuse_it() throws SQLException {
    try (RawConnection raw = new RawConnection(well.village())) {
      raw.run(setting("local"));
      assertThat(raw.read("select count(*) from auth.roles")).containsExactly("0");
    }
    assertThatThrownBy(() -> well.acme().dsl().setLocal("app.tenant_id", val("x")).execute())
        .isInstanceOf(StatementRefusedException.class);
  }

  @Test
  void a_released_savepoint_leaves_the_inner_tenant_in_place_and_sessions_refuse_to_enter_it()
      throws SQLException {
    try (RawConnection raw = new RawConnection(well.village())) {
      raw.run("begin; set local app.tenant_id = '%s'".formatted(well.village().acmeId()));
      raw.run("savepoint inner_tenant");
      raw.run(setting("local"));
      raw.run("release inner_tenant");
      assertThat(raw.read("select distinct tenant_id from auth.roles"))
          .containsExactly(well.village().globexId().toString());
    }
    well.acme()
        .transaction(
            tx -> {
              tx.transaction(nested -> nested.dsl().fetchCount(ROLES));
              assertThatThrownBy(() -> well.globex().transaction(inner -> {}))
                  .isInstanceOf(SessionException.class);
              assertThat(
                      tx.dsl().selectDistinct(ROLES.TENANT_ID).from(ROLES).fetchSingle().value1())
                  .isEqualTo(well.village().acmeId().value());
            });
  }

  @Test
  void a_second_thread_on_a_transaction_s_connection_is_refused_even_through_its_query()
      throws InterruptedException {
    AtomicReference<Throwable> refusal = new AtomicReference<>();
    well.acme()
        .transaction(
            tx -> {
              var query = tx.dsl().selectFrom(ROLES);
              assertThat(query.fetch()).hasSize(3);
              FutureTask<Object> elsewhere = new FutureTask<>(query::fetch);
              Thread.ofPlatform().start(elsewhere);
              try {
                elsewhere.get();
              } catch (ExecutionException e) {
                refusal.set(e.getCause());
              }
            });
    assertThat(refusal.get())
        .isInstanceOf(SessionException.class)
        .hasMessageContaining("the transaction belongs to the thread that began it");
  }

  @Test
  void a_driver_that_sends_statements_apart_is_refused_at_the_start() throws SQLException {
    try (Connection simple = connect("simple")) {
      assertThatThrownBy(() -> EntryTrial.check(simple, well.village().runtime().user()))
          .isInstanceOf(UnsafeDatabaseException.class)
          .hasMessage(
              "Croft does not open on this database: the driver sends the entry into a tenant apart"
                  + " from the statement that needs it. Set its preferQueryMode to extended.");
    }
    try (Connection extended = connect("extended")) {
      EntryTrial.check(extended, well.village().runtime().user());
    }
  }

  private Connection connect(String queryMode) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", well.village().runtime().user());
    properties.setProperty("password", well.village().runtime().password());
    properties.setProperty("preferQueryMode", queryMode);
    var address = well.village().address();
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s".formatted(address.host(), address.port(), address.database()),
        properties);
  }
}
