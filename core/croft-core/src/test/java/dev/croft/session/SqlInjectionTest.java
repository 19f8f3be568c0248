package dev.croft.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.fixture.Seal;
import dev.croft.fixture.Village;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An application pastes what a tenant typed into plain SQL. The policies are correct; only a sealed
 * database keeps what is typed from changing the tenant that they ask for.
 */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlInjectionTest {
  private static final String PASTED = "select tenant_id from auth.roles where name = '%s'";

  private Village plain;
  private Village sealed;

  @BeforeAll
  void found() {
    plain = Village.found(Seal.PLAIN);
    sealed = Village.found(Seal.SEALED);
  }

  @AfterAll
  void close() {
    plain.close();
    sealed.close();
  }

  /** Whether acme, by typing {@code text}, reads a row of globex. */
  private static boolean readsGlobex(Village village, String text) throws SQLException {
    String globex = village.globexId().toString();
    try (RawConnection raw = new RawConnection(village)) {
      raw.run("begin");
      raw.run("set local app.tenant_id = '%s'".formatted(village.setting(village.acmeId())));
      return raw.read(PASTED.formatted(text.replace("<globex>", globex))).contains(globex);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' union all select r.tenant_id from auth.roles r where 'a' <> '"
            + "' and (select set_config('app.tenant_id', '<globex>', true)) is not null and '' = '",
        "' union all select r.tenant_id from auth.roles r,"
            + " (select set_config('app.tenant_id', '<globex>', true) offset 0) s where '' = '",
        "' union all select (select tenant_id from auth.roles where s.x is not null limit 1)"
            + " from (select set_config('app.tenant_id', '<globex>', true) offset 0) s (x)"
            + " where '' = '"
      })
  void an_injected_expression_reads_another_tenant_only_where_the_database_is_not_sealed(
      String text) throws SQLException {
    assertThat(readsGlobex(plain, text)).as("the control, not sealed").isTrue();
    assertRefused(() -> readsGlobex(sealed, text));
  }

  private static void assertRefused(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("ST001"));
  }

  @Test
  void what_it_leaves_behind_reads_nothing_in_the_rest_of_the_transaction() throws SQLException {
    assertThat(nextStatement(plain)).containsOnly(plain.globexId().toString());
    assertRefused(() -> nextStatement(sealed));
  }

  private static List<String> nextStatement(Village village) throws SQLException {
    try (RawConnection raw = new RawConnection(village)) {
      raw.run("begin");
      raw.run("set local app.tenant_id = '%s'".formatted(village.setting(village.acmeId())));
      raw.read(
          PASTED.formatted(
              "' or set_config('app.tenant_id', '%s', true) is not null or '' = 'x"
                  .formatted(village.globexId())));
      return raw.read("select tenant_id from auth.roles");
    }
  }
}
