package dev.croft.lint.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixTest {
  private static final String INDEX = "create index orders_state_idx on shop.orders (state)";

  @TempDir private Path root;

  private String fix(String rule, String changeset) throws IOException {
    return ExampleChangelog.in(root).withEach(changeset).findings(0, rule).getFirst().fix();
  }

  @Test
  void of_the_last_action_takes_the_comma_before_it() throws IOException {
    assertThat(
            fix(
                "not-null-scans",
                "create view shop.v as select 1;\n"
                    + "alter table shop.orders\n  add note text,\n  alter state set not null"))
        .startsWith(
            """
            --changeset ada:step splitStatements:false
            create view shop.v as select 1;
            alter table shop.orders
              add note text,
              add constraint orders_state_not_null check (state is not null) not valid;

            --rollback not required
            """);
  }

  @Test
  void of_a_statement_among_others_leaves_them_as_they_are() throws IOException {
    assertThat(
            fix(
                "index-not-concurrent",
                "set local lock_timeout = '1s';\n" + INDEX + ";\n\nselect 2 -- two"))
        .isEqualTo(
            """
            --changeset ada:step splitStatements:false
            -- Its rollback must not take back what the changesets after it do.
            set local lock_timeout = '1s';

            select 2 -- two;

            --rollback not required

            --changeset ada:step_2 runInTransaction:false
            -- In a file of its own, after the one before.
            create index concurrently orders_state_idx on shop.orders (state);

            --rollback drop index concurrently shop.orders_state_idx;
            """);
  }

  @Test
  void of_one_change_among_others_of_a_changeset_in_YAML_is_what_comes_after_it()
      throws IOException {
    ExampleChangelog changelog =
        ExampleChangelog.in(root)
            .with(
                "20260101000000_step.yaml",
                """
                databaseChangeLog:
                  - changeSet:
                      id: step
                      author: ada
                      changes:
                        - sql: {sql: "%s"}
                        - sql: {sql: "comment on table shop.orders is 'Orders.'"}
                      rollback: []
                """
                    .formatted(INDEX));
    assertThat(changelog.findings(0, "index-not-concurrent").getFirst().fix())
        .isEqualTo(
            """
            --changeset ada:step_2 runInTransaction:false
            -- In a file of its own, after the one before.
            create index concurrently orders_state_idx on shop.orders (state);

            --rollback drop index concurrently shop.orders_state_idx;
            """);
  }

  @Test
  void of_what_nobody_can_know_is_empty() throws IOException {
    assertThat(fix("index-not-concurrent", "drop index shop.orders_state_idx;\nselect 1"))
        .isEmpty();
  }
}
