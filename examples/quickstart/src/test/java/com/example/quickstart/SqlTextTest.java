package com.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTextTest {
  private static final String SQL =
      "select \"t\".\"a\" from \"t\" left outer join \"u\" on (exists (select 1 from \"v\" where"
          + " \"v\".\"id\" = cast(? as uuid)) and \"u\".\"id\" = \"t\".\"id\")"
          + " where \"t\".\"b\" = ?";

  @Test
  void each_clause_begins_a_line_and_subqueries_stay_inside_theirs() {
    assertThat(SqlText.clauses(SQL))
        .containsExactly(
            "select t.a",
            "from t",
            "left outer join u on (exists (select 1 from v where v.id = cast(? as uuid))"
                + " and u.id = t.id)",
            "where t.b = ?");
  }

  @Test
  void delete_from_stays_together() {
    assertThat(SqlText.clauses("delete from t where t.a = ?"))
        .containsExactly("delete from t", "where t.a = ?");
  }

  @Test
  void a_long_clause_is_broken_before_its_conditions_and_never_inside_a_cast() {
    assertThat(SqlText.lines("where (t.a = cast(? as uuid) and t.b = cast(? as uuid))", 40))
        .containsExactly("where (t.a = cast(? as uuid)", "  and t.b = cast(? as uuid))");
  }

  @Test
  void words_and_their_order_are_unchanged_whatever_the_width() {
    List<String> words = List.of(SQL.replace("\"", "").split(" ", -1));
    for (int width = 10; width < 120; width += 7) {
      assertThat(words(width)).isEqualTo(words);
    }
  }

  private static List<String> words(int width) {
    return SqlText.clauses(SQL).stream()
        .flatMap(clause -> SqlText.lines(clause, width).stream())
        .flatMap(line -> List.of(line.strip().split(" ", -1)).stream())
        .toList();
  }
}
