package dev.croft.lint.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.lint.report.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FenceRulesTest {
  private static final String FENCE = "select croft.tenant_table('shop.orders')";
  private static final String UPDATE = "update shop.orders set note = '' where note is null";
  private static final String FIXED =
      """
      alter table shop.orders no force row level security;
      update shop.orders set note = '' where note is null;
      alter table shop.orders force row level security""";

  @TempDir private Path root;

  private List<Finding> findings(String rule, int released, String... statements)
      throws IOException {
    return ExampleChangelog.in(root).withEach(statements).findings(released, rule);
  }

  @Test
  void rows_of_a_table_that_was_fenced_are_not_seen_and_the_fix_shows_them() throws IOException {
    assertThat(findings("rows-unseen", 1, FENCE, UPDATE))
        .singleElement()
        .satisfies(it -> assertThat(it.fix()).contains(FIXED));
    assertThat(findings("rows-unseen", 1, FENCE, FIXED)).isEmpty();
  }

  @Test
  void the_fix_breaks_no_other_rule() throws IOException {
    assertThat(findings("mixed-dml-ddl", 1, FENCE, FIXED)).isEmpty();
    assertThat(findings("row-security-lifted", 1, FENCE, FIXED)).isEmpty();
  }

  @Test
  void what_one_changeset_shows_is_hidden_again_from_the_next() throws IOException {
    assertThat(findings("rows-unseen", 1, FENCE, FIXED, UPDATE)).hasSize(1);
  }

  @Test
  void rows_of_other_tables_are_seen() throws IOException {
    assertThat(findings("rows-unseen", 1, FENCE, UPDATE.replace("orders", "parcels"))).isEmpty();
    assertThat(findings("rows-unseen", 0, UPDATE, FENCE)).isEmpty();
  }

  @Test
  void what_is_inserted_need_not_be_seen_and_is_refused_by_PostgreSQL() throws IOException {
    assertThat(findings("rows-unseen", 1, FENCE, "insert into shop.orders values (1)")).isEmpty();
  }
}
