package dev.croft.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.fixture.Seal;
import dev.croft.fixture.Village;
import java.sql.SQLException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token is verified before the rows are read, never for each of them. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedPlanTest {
  private Village village;

  @BeforeAll
  void foundWithAThousandRoles() {
    village = Village.found(Seal.SEALED);
    village.asSuperuser(
        "insert into auth.roles (tenant_id, name)"
            + " select '%s', 'role ' || i from generate_series(1, 1000) i; analyze auth.roles;"
            + " alter role %s set track_functions = 'pl'",
        village.acmeId(), village.runtime().user());
  }

  @AfterAll
  void close() {
    village.close();
  }

  /** A shared table asks its link, which has a policy of its own; new rows are checked besides. */
  @ParameterizedTest
  @CsvSource({
    "1, select count(*) from auth.roles",
    "2, select count(*) from auth.roles join auth.user_roles u on u.role_id = roles.id",
    "3, 'select count(*) from auth.roles a, auth.roles b, auth.roles c where a.id = b.id"
        + " and b.id = c.id'",
    "2, select count(*) from public.users",
    "2, select count(*) from auth.roles where id in (select role_id from auth.user_roles)",
    "3, update auth.roles set description = 'x' returning name",
    "3, 'insert into auth.roles (tenant_id, name) select tenant_id, name || ''x''"
        + " from auth.roles returning name'",
    "0, select count(*) from auth.permissions"
  })
  void the_token_is_verified_once_for_each_condition_that_needs_it(String times, String sql)
      throws SQLException {
    try (RawConnection raw = new RawConnection(village)) {
      raw.run("begin");
      raw.run("set local app.tenant_id = '%s'".formatted(village.setting(village.acmeId())));
      raw.read(sql);
      assertThat(
              raw.read(
                  "select coalesce(sum(calls), 0) from pg_stat_xact_user_functions"
                      + " where funcname = 'sealed_tenant'"))
          .containsExactly(times);
      raw.run("rollback");
    }
  }
}
