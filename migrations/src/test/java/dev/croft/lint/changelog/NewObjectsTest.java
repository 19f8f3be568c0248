package dev.croft.lint.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.lint.report.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewObjectsTest {
  private static final String CREATE = "create table shop.orders (id uuid)";
  private static final String INDEX = "create index orders_idx on shop.orders (id)";

  @TempDir private Path root;

  private List<Finding> findings(int released, String... statements) throws IOException {
    return ExampleChangelog.in(root)
        .withEach(statements)
        .findings(released, "index-not-concurrent");
  }

  @Test
  void what_an_unreleased_statement_created_before_is_new() throws IOException {
    assertThat(findings(0, CREATE, INDEX, "drop index shop.orders_idx")).isEmpty();
    assertThat(findings(0, CREATE.replace("table", "table if not exists"), INDEX)).isEmpty();
  }

  @Test
  void what_is_there_already_is_not_made_new_by_creating_it_if_it_is_not() throws IOException {
    assertThat(findings(1, CREATE, CREATE.replace("table", "table if not exists"), INDEX))
        .hasSize(1);
  }

  @Test
  void a_name_that_something_new_gets_afterwards_is_that_of_something_old() throws IOException {
    assertThat(findings(0, INDEX, "alter table shop.orders rename to old_orders", CREATE))
        .hasSize(1);
  }

  @Test
  void what_gets_the_name_of_something_old_is_new() throws IOException {
    assertThat(
            findings(
                1,
                CREATE,
                "alter table shop.orders rename to old_orders",
                CREATE.replace("table", "table if not exists"),
                INDEX))
        .isEmpty();
  }

  @Test
  void an_index_is_not_new_because_one_of_its_name_is_built_anew() throws IOException {
    assertThat(findings(0, "drop index shop.orders_idx", INDEX)).hasSize(2);
  }
}
