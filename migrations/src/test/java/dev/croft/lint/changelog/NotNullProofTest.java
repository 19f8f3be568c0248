package dev.croft.lint.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.lint.report.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotNullProofTest {
  private static final String CHECK =
      "alter table shop.orders add constraint kept check (state is not null) not valid";
  private static final String VALIDATE = "alter table shop.orders validate constraint kept";
  private static final String REQUIRE = "alter table shop.orders alter column state set not null";

  @TempDir private Path root;

  private List<Finding> findings(int released, String... statements) throws IOException {
    return ExampleChangelog.in(root).withEach(statements).findings(released, "not-null-scans");
  }

  @Test
  void a_check_that_earlier_releases_added_and_validated_proves_it() throws IOException {
    assertThat(findings(2, CHECK, VALIDATE, REQUIRE)).isEmpty();
  }

  @Test
  void one_that_they_added_alone_does_not() throws IOException {
    assertThat(findings(1, CHECK, REQUIRE)).hasSize(1);
  }

  @Test
  void one_is_not_validated_before_it_was_added() throws IOException {
    assertThat(findings(0, VALIDATE, CHECK, REQUIRE)).hasSize(1);
  }

  @Test
  void to_validate_another_does_not_prove_it() throws IOException {
    assertThat(findings(0, CHECK, VALIDATE.replace("kept", "other"), REQUIRE)).hasSize(1);
  }

  @Test
  void one_of_another_column_does_not() throws IOException {
    assertThat(findings(0, CHECK.replace("state", "note"), VALIDATE, REQUIRE)).hasSize(1);
  }
}
