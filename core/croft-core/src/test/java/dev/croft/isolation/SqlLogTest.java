package dev.croft.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The log of SQL shows no literal. */
class SqlLogTest {
  private static final Map<String, String> SHOWN =
      Map.ofEntries(
          Map.entry("select a from b where c = $1", "select a from b where c = $1"),
          Map.entry("select 'it''s', x", "select '…', x"),
          Map.entry("select 'a' 'b'", "select '…' '…'"),
          Map.entry("select '', ''''", "select '…', '…'"),
          Map.entry("select 'a\\', 'b'", "select '…', '…'"),
          Map.entry("select e'it\\'s ''x\\'', 'y'", "select e'…', '…'"),
          Map.entry("select E'\\\\', y", "select E'…', y"),
          Map.entry("select name'a\\', y", "select name'…', y"),
          Map.entry("select \"it's\", 'x' from \"t\"", "select \"it's\", '…' from \"t\""),
          Map.entry("select 1 -- it's\n+ 1", "select 1 '…'+ 1"),
          Map.entry("select /* it's */ 'x' - 1 / 2", "select '…' '…' - 1 / 2"),
          Map.entry("select 'without end", "select '…'"),
          Map.entry("select e'without end\\", "select e'…'"),
          Map.entry("do $$ begin x := 'a'; end $$;", "do '…';"),
          Map.entry("do $a$ select $$x$$ $a$, $1", "do '…', $1"));

  @TestFactory
  Stream<DynamicTest> literals_and_comments_are_left_out() {
    return SHOWN.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () ->
                        assertThat(SqlLog.withoutLiterals(each.getKey()))
                            .isEqualTo(each.getValue())));
  }

  @Test
  void a_long_literal_is_left_out_like_a_short_one() {
    String literal = "'" + "a''b".repeat(100_000) + "'";
    assertThat(SqlLog.withoutLiterals("select " + literal)).isEqualTo("select '…'");
  }
}
