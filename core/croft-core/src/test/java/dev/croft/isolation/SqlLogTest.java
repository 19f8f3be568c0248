package dev.croft.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log of SQL shows no literal. */
class SqlLogTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          select a from b where c = $1   | select a from b where c = $1
          select 'it''s', x              | select '…', x
          select e'a' 'b'                | select e'…' '…'
          select 'without end            | select '…'
          do $$ begin x := 'a'; end $$;  | do '…';
          do $a$ select $$x$$ $a$, 1     | do '…', 1
          """)
  void literals_are_left_out(String sql, String shown) {
    assertThat(SqlLog.withoutLiterals(sql)).isEqualTo(shown);
  }
}
