package dev.croft.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns that come and go together are one optional fact, and so a table. */
class OptionalColumnsTest {
  private static final String TIED_UP =
      """
      select conrelid::regclass::text || '.' || conname
      from pg_constraint
      where contype = 'c' and conrelid <> 0
        and connamespace::regnamespace::text in ('public', 'auth', 'billing', 'admin', 'croft')
        and (select count(*) from regexp_matches(
              pg_get_constraintdef(oid), '(\\w+ IS (NOT )?NULL|num_n(ot)?nulls)', 'g')) > 1
      order by 1
      """;

  @Test
  void no_two_come_and_go_together_in_rows() {
    BaseSchema.rows().forEach((table, rows) -> assertThat(rows.together()).as(table).isEmpty());
  }

  @Test
  void no_check_ties_two_to_each_other() {
    try (BaseDatabase database = BaseDatabase.fresh()) {
      assertThat(database.texts(TIED_UP)).isEmpty();
    }
  }

  @Test
  void two_that_a_check_ties_to_each_other_are_found() {
    String check =
        "alter table auth.sessions add check ((ip_address is null) = (user_agent is null))";
    try (BaseDatabase database = BaseDatabase.after(check)) {
      assertThat(GeneratedRows.in(database, "auth.sessions").together())
          .containsExactly(Dependency.sorted(List.of("ip_address", "user_agent")));
      assertThat(database.texts(TIED_UP)).containsExactly(List.of("auth.sessions.sessions_check"));
    }
  }
}
