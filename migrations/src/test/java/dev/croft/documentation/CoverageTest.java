package dev.croft.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Of classes of other modules a test of the same name in core tells. */
class CoverageTest {
  private static final BaseDatabase DATABASE = BaseDatabase.fresh();
  private static final Named NAMED = Named.in(DATABASE);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static List<String> missing(Coverage coverage) {
    return coverage.rows().stream()
        .flatMap(row -> row.names().stream())
        .filter(name -> !NAMED.has(name))
        .toList();
  }

  private static Coverage planted(String where, String how) {
    return Coverage.of(
        """
        ## A system

        | column or rule | in Croft | how |
        | --- | --- | --- |
        | a rule | %s | %s |
        """
            .formatted(where, how));
  }

  @Test
  void it_covers_five_systems_row_by_row() {
    assertThat(Coverage.read().systems().keySet())
        .containsExactly(
            "Cognito access control",
            "Organization SaaS",
            "PenguinMails",
            "Archive Gate",
            "Grey Haven");
    assertThat(Coverage.read().systems().values())
        .allSatisfy(rows -> assertThat(rows).hasSizeGreaterThan(30));
  }

  @Test
  void no_row_is_open() {
    assertThat(Coverage.read().rows()).allMatch(Coverage.Row::isAnswered);
  }

  @Test
  void a_row_that_names_nothing_or_gives_no_reason_is_open() {
    assertThat(planted("somewhere", "").rows()).noneMatch(Coverage.Row::isAnswered);
    assertThat(planted("not so", "").rows()).noneMatch(Coverage.Row::isAnswered);
    assertThat(planted("later: one day", "").rows()).noneMatch(Coverage.Row::isAnswered);
  }

  @Test
  void all_that_it_names_is_there() {
    assertThat(missing(Coverage.read())).isEmpty();
  }

  @Test
  void what_is_not_there_is_missed() {
    Coverage planted =
        planted(
            "`public.tenants.colour`, `tenants_colour_check`, rule `colour-missing`,"
                + " changeset `create_colours`, `croft.colour()`, role `croft_colour`,"
                + " [colours](colours.md), `colour`,"
                + " `dev.croft.migrations.Migrator#colour`, `dev.croft.migrations.Colour`",
            "`auth.colours`, `colours_pk`, `colour`");
    assertThat(missing(planted))
        .containsExactly(
            "public.tenants.colour",
            "tenants_colour_check",
            "rule colour-missing",
            "changeset create_colours",
            "croft.colour()",
            "role croft_colour",
            "page colours.md",
            "colour",
            "dev.croft.migrations.Migrator#colour",
            "dev.croft.migrations.Colour",
            "auth.colours",
            "colours_pk");
  }
}
