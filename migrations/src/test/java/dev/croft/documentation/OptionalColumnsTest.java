package dev.croft.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
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

  private final BaseDatabase database = BaseDatabase.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  private List<String> together(String... tables) {
    Map<String, Rows> rows = GeneratedRows.in(database, tables);
    List<String> together = new ArrayList<>();
    rows.forEach(
        (table, filled) -> filled.together().forEach(pair -> together.add(table + " " + pair)));
    return together;
  }

  @Test
  void no_two_come_and_go_together_in_rows() {
    assertThat(together()).isEmpty();
  }

  @Test
  void no_check_ties_two_to_each_other() {
    assertThat(database.rows(TIED_UP)).isEmpty();
  }

  @Test
  void two_that_a_check_ties_to_each_other_are_found() {
    database.run(
        "alter table auth.sessions add check ((ip_address is null) = (user_agent is null))");
    assertThat(together("auth.sessions")).containsExactly("auth.sessions [ip_address, user_agent]");
    assertThat(database.rows(TIED_UP)).containsExactly(List.of("auth.sessions.sessions_check"));
  }
}
