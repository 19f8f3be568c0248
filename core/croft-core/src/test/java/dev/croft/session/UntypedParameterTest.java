package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.fixture.Village;
import java.time.LocalDate;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The driver leaves the type of some values to the server, dates above all. Once it keeps such a
 * statement on the server, it would send what comes before it in a round trip, and so in a
 * transaction, of its own; the entry into the tenant would be over when the statement runs.
 */
@NullUnmarked
class UntypedParameterTest {
  private static final int PAST_THE_THRESHOLD = 12;
  private static final LocalDate LATER = LocalDate.of(2100, 1, 1);

  private Village village;

  @BeforeEach
  void found() {
    village = Village.found();
  }

  @AfterEach
  void close() {
    village.close();
  }

  private static void findByDate(TenantSession session, int run) {
    assertThat(
            session
                .dsl()
                .select(ROLES.NAME)
                .from(ROLES)
                .where(ROLES.CREATED_AT.cast(LocalDate.class).lt(LATER))
                .fetch(ROLES.NAME))
        .as("run %d", run)
        .contains("admin");
  }

  @Test
  void a_query_by_date_finds_its_tenant_s_rows_however_often_it_runs() {
    for (int run = 0; run < PAST_THE_THRESHOLD; run++) {
      findByDate(village.acme(), run);
    }
  }

  @Test
  void it_does_so_after_it_ran_in_transactions() {
    for (int run = 0; run < PAST_THE_THRESHOLD; run++) {
      int place = run;
      village.acme().transaction(tx -> findByDate(tx, place));
    }
    findByDate(village.acme(), PAST_THE_THRESHOLD);
  }

  @Test
  void a_row_with_a_date_is_taken_however_often_one_is_created() {
    for (int run = 0; run < PAST_THE_THRESHOLD; run++) {
      assertThat(
              village
                  .acme()
                  .dsl()
                  .insertInto(ROLES)
                  .set(ROLES.NAME, "role " + run)
                  .set(ROLES.DESCRIPTION, DSL.val(LATER).cast(String.class))
                  .returning(ROLES.NAME)
                  .fetchSingle(ROLES.NAME))
          .isEqualTo("role " + run);
    }
  }

  @Test
  void reviewed_sql_by_date_finds_its_tenant_s_rows_however_often_it_runs() {
    for (int run = 0; run < PAST_THE_THRESHOLD; run++) {
      assertThat(
              village
                  .acme()
                  .unchecked("run it often")
                  .resultQuery("select name from auth.roles where created_at < ?::date", LATER)
                  .fetch(ROLES.NAME))
          .as("run %d", run)
          .contains("admin");
    }
  }
}
