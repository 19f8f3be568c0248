package dev.croft.analysis;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.analysis.Dependency.Kind;
import dev.croft.migrations.Migrator;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalysisTest {
  private static final String BASE = "croft/changelog.xml";

  private PostgresDatabase database;
  private Login admin;

  @BeforeAll
  void plant() throws Exception {
    PostgresServer server = PostgresServer.shared();
    database = server.cloneOf(server.template(BASE, target -> Migrator.of(target, BASE).apply()));
    admin = database.createLogin("croft_admin");
    try (Connection connection = database.connect(database.superuser());
        Statement statement = connection.createStatement()) {
      statement.execute(planted());
    }
  }

  @AfterAll
  void drop() {
    database.close();
  }

  private static String planted() throws IOException {
    try (var stream = AnalysisTest.class.getResourceAsStream("planted.sql")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Analysis analysis(String... names) {
    return Analysis.of(database.jdbcUrl(), admin).only(List.of(names));
  }

  private static String said(AnalysisReport report) {
    return report.dependencies().stream().map(AnalysisTest::said).collect(joining("\n"));
  }

  private static String said(Dependency each) {
    String decides = each.kind() == Kind.FUNCTIONAL ? "->" : "->>";
    return "%s: %s %s %s%s"
        .formatted(
            each.table(),
            String.join(", ", each.determinant()),
            decides,
            String.join(", ", each.dependent()),
            each.independent().isEmpty() ? "" : " | " + String.join(", ", each.independent()));
  }

  @Test
  void what_one_column_decides_is_found_with_its_evidence() {
    AnalysisReport report = analysis("shop.deliveries").run();
    assertThat(said(report))
        .isEqualTo(
            """
            shop.deliveries: postal_code -> town, country
            shop.deliveries: town -> country""");
    assertThat(report.dependencies().getFirst().evidence())
        .isEqualTo(new Evidence(600, 40, 560, false));
  }

  @Test
  void what_two_columns_decide_only_together_is_found() {
    assertThat(said(analysis("shop.prices").run()))
        .isEqualTo("shop.prices: product, region -> amount");
  }

  @Test
  void what_follows_from_a_key_is_not_found() {
    assertThat(said(analysis("shop.keyed").run())).isEmpty();
  }

  @Test
  void what_the_comment_declares_is_not_found_again() {
    assertThat(said(analysis("shop.declared").run())).isEmpty();
  }

  @Test
  void what_a_few_rows_or_a_column_of_nearly_one_value_show_is_no_evidence() {
    assertThat(said(analysis("shop.few", "shop.nearly_constant").run())).isEmpty();
  }

  @Test
  void one_row_that_contradicts_is_enough() {
    assertThat(said(analysis("shop.contradicted").run())).isEmpty();
  }

  @Test
  void things_that_are_independent_of_each_other_are_found() {
    AnalysisReport report = analysis("shop.course_books").run();
    assertThat(said(report)).isEqualTo("shop.course_books: course ->> teacher | book");
    assertThat(report.dependencies().getFirst().evidence())
        .isEqualTo(new Evidence(1200, 200, 200, false));
  }

  @Test
  void one_combination_that_is_missing_is_enough() {
    assertThat(said(analysis("shop.course_rooms").run())).isEmpty();
  }

  @Test
  void a_sample_is_confirmed_by_all_rows() throws SQLException {
    AnalysisReport report = analysis("shop.many").sampling(1000).run();
    assertThat(said(report)).isEqualTo("shop.many: postal_code -> town");
    assertThat(report.dependencies().getFirst().evidence())
        .isEqualTo(new Evidence(20_000, 40, 19_960, false));
  }

  @Test
  void things_that_are_independent_are_found_in_large_tables_too() {
    AnalysisReport report = analysis("shop.course_books").sampling(600).run();
    assertThat(said(report)).isEqualTo("shop.course_books: course ->> teacher | book");
    assertThat(report.dependencies().getFirst().evidence().isOfSample()).isTrue();
  }

  @Test
  void rows_of_all_tenants_are_seen_and_an_identity_is_within_its_tenant() {
    assertThat(said(analysis("shop.parcels").run()))
        .isEqualTo("shop.parcels: tenant_id, shelf -> hall");
  }

  @Test
  void no_value_is_told() {
    assertThat(analysis("shop").run().toString()).doesNotContain("Springfield");
  }

  @Test
  void the_owner_is_told_why_it_would_see_nothing() {
    assertThatThrownBy(
            () -> Analysis.of(database.jdbcUrl(), database.owner()).only(List.of("public")).run())
        .isInstanceOf(HiddenRowsException.class)
        .hasMessage(
            "The rows were not analysed: row-level security hides rows of all 14 tables from %s."
                    .formatted(database.owner().user())
                + " Connect as a member of croft_admin, or as a login with BYPASSRLS.");
  }

  @Test
  void tables_that_cannot_be_read_are_named() {
    assertThat(analysis("croft").run().unread())
        .containsExactly(new Unread("croft.sealing_keys", "there is no privilege to read it"));
  }

  @Test
  void a_table_that_keeps_one_waiting_is_left_out() throws SQLException {
    try (Connection other = database.connect(database.superuser());
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table shop.deliveries");
      AnalysisReport report =
          analysis("shop.deliveries", "shop.few").givingUpAfter(Duration.ofMillis(900)).run();
      assertThat(report.tables()).isOne();
      assertThat(report.unread())
          .containsExactly(new Unread("shop.deliveries", "a query took longer than 900 ms"));
    }
  }

  @Test
  void a_name_of_nothing_is_refused() {
    assertThatThrownBy(() -> analysis("shop.orderz").run())
        .isInstanceOf(AnalysisException.class)
        .hasMessage(
            "The rows were not analysed: no table or schema is called shop.orderz."
                + " Name it as schema.table, or the schema.");
  }

  @Test
  void progress_is_told_before_each_table() {
    List<String> told = new ArrayList<>();
    analysis("shop.few", "shop.keyed")
        .tellingOf((table, number, count) -> told.add("%s %d/%d".formatted(table, number, count)))
        .run();
    assertThat(told).containsExactly("shop.few 1/2", "shop.keyed 2/2");
  }
}
