package dev.croft.migrations.waves;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.migrations.Migrator;
import dev.croft.migrations.SchemaNotMigratedException;
import dev.croft.migrations.waves.SchemaOutcome.Kind;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SchemaWavesTest {
  private static final String CHANGELOG = "changelog.yaml";
  private static final List<String> SCHEMAS =
      IntStream.rangeClosed(1, 12).mapToObj("tenant_%02d"::formatted).toList();
  private static final WavePlan PLAN =
      WavePlan.STANDARD.withCanaries(List.of("tenant_05")).withSize(4);

  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final Path directory;

  SchemaWavesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void begin() throws IOException {
    SCHEMAS.forEach(each -> execute("create schema " + each));
    changelog("one", "create table ${schema}.orders (id int, total int);");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void canaries_go_first_and_the_rest_in_waves() {
    List<List<String>> told = new ArrayList<>();
    List<SchemaOutcome> outcomes =
        waves()
            .tellingOf(
                new WaveListener() {
                  @Override
                  public void begun(int number, List<String> schemas) {
                    told.add(schemas);
                  }
                })
            .apply(SCHEMAS);
    assertThat(byKind(outcomes)).containsOnlyKeys(Kind.MIGRATED);
    assertThat(told)
        .containsExactly(
            List.of("tenant_05"),
            List.of("tenant_01", "tenant_02", "tenant_03", "tenant_04"),
            List.of("tenant_06", "tenant_07", "tenant_08", "tenant_09"),
            List.of("tenant_10", "tenant_11", "tenant_12"));
    assertThat(byKind(waves().apply(SCHEMAS))).containsOnlyKeys(Kind.UP_TO_DATE);
    assertThat(waves().drift(SCHEMAS)).hasSize(12).allMatch(SchemaDrift::isNone);
  }

  @Test
  void a_canary_that_fails_touches_no_other() {
    execute("create table tenant_05.orders ()");
    List<SchemaOutcome> outcomes = waves().apply(SCHEMAS);
    assertThat(byKind(outcomes).get(Kind.FAILED)).containsExactly("tenant_05");
    assertThat(byKind(outcomes).get(Kind.UNTOUCHED)).hasSize(11);
    assertThat(outcomes.getFirst().failure().orElseThrow())
        .startsWith(
            "Changeset one.sql::croft:one was not applied: PostgreSQL says relation \"orders\""
                + " already exists (SQLSTATE 42P07)");
  }

  @Test
  void a_failure_ends_the_waves_and_the_next_run_does_the_rest() {
    execute("create table tenant_07.orders ()");
    Map<Kind, List<String>> first = byKind(waves().apply(SCHEMAS));
    assertThat(first.get(Kind.FAILED)).containsExactly("tenant_07");
    assertThat(first.get(Kind.UNTOUCHED))
        .containsExactly("tenant_08", "tenant_09", "tenant_10", "tenant_11", "tenant_12");
    execute("drop table tenant_07.orders");
    Map<Kind, List<String>> second = byKind(waves().apply(SCHEMAS));
    assertThat(second.get(Kind.MIGRATED))
        .containsExactly(
            "tenant_07", "tenant_08", "tenant_09", "tenant_10", "tenant_11", "tenant_12");
    assertThat(second.get(Kind.UP_TO_DATE)).hasSize(6);
  }

  @Test
  void several_processes_migrate_at_once_and_say_what_failed() {
    execute("create table tenant_12.orders ()");
    List<SchemaOutcome> outcomes = waves(PLAN.withSize(11).withParallel(2)).apply(SCHEMAS);
    assertThat(byKind(outcomes).get(Kind.MIGRATED)).hasSize(11);
    assertThat(outcomes.getLast().failure().orElseThrow())
        .startsWith("Changeset one.sql::croft:one was not applied: PostgreSQL says relation");
  }

  @Test
  void drift_from_the_changelog_and_from_the_others_is_told() throws IOException {
    waves().apply(SCHEMAS);
    execute("create index hot_idx on tenant_03.orders (total)");
    execute("alter table tenant_04.orders drop column total");
    execute("drop schema tenant_06 cascade; create schema tenant_06");
    List<SchemaDrift> drifts =
        waves().drift(SCHEMAS).stream().filter(each -> !each.isNone()).toList();
    assertThat(drifts)
        .extracting(SchemaDrift::schema)
        .containsExactly("tenant_03", "tenant_04", "tenant_06");
    assertThat(drifts.getFirst().extra())
        .containsExactly("index CREATE INDEX hot_idx ON ${schema}.orders USING btree (total)");
    assertThat(drifts.get(1).missing()).containsExactly("column orders.total integer");
    assertThat(drifts.getLast().pending()).hasSize(1);
    assertThat(drifts.getLast().missing()).isEmpty();

    changelog("one", "create table ${schema}.orders (id int);");
    assertThat(waves().drift(List.of("tenant_01")).getFirst().changed()).hasSize(1);
  }

  @Test
  void a_schema_keeps_its_record_to_itself_and_takes_it_along() {
    waves().apply(List.of("tenant_05", "tenant_02"));
    execute("alter schema tenant_02 rename to moved");
    assertThat(migrator().inSchema("tenant_02").status().pending()).hasSize(1);
    assertThat(migrator().inSchema("moved").status().applied()).hasSize(1);
    assertThat(migrator().inSchema("tenant_05").rollback(1)).hasSize(1);
    assertThat(migrator().inSchema("moved").status().applied()).hasSize(1);
  }

  @Test
  void a_schema_that_is_not_there_is_not_made() {
    assertThatThrownBy(() -> migrator().inSchema("tenant_99").apply())
        .isInstanceOf(SchemaNotMigratedException.class)
        .hasMessage(
            "The schema tenant_99 was not migrated: there is no such schema. Create it, owned by"
                + " this login.");
    assertThatThrownBy(() -> migrator().inSchema("Tenant-9; drop"))
        .isInstanceOf(SchemaNotMigratedException.class)
        .hasMessage(
            "The schema Tenant-9; drop was not migrated: its name is not of small letters, digits"
                + " and underscores alone. Rename it: the name is put into the changelog as it"
                + " is.");
    assertThatThrownBy(() -> migrator().inSchema("tenant_01").reset())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_canary_that_is_not_among_the_schemas_is_refused() {
    assertThatThrownBy(() -> waves().apply(List.of("tenant_01")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("canaries [tenant_05] among [tenant_01]");
    assertThatThrownBy(() -> PLAN.withSize(0)).hasMessage("size: 0, parallel: 1");
  }

  private SchemaWaves waves() {
    return waves(PLAN);
  }

  private SchemaWaves waves(WavePlan plan) {
    return SchemaWaves.of(database.jdbcUrl(), database.owner(), CHANGELOG)
        .readingFrom(directory)
        .by(plan);
  }

  private Migrator migrator() {
    return Migrator.of(database, CHANGELOG).readingFrom(directory);
  }

  private static Map<Kind, List<String>> byKind(List<SchemaOutcome> outcomes) {
    return outcomes.stream()
        .collect(groupingBy(SchemaOutcome::kind, mapping(SchemaOutcome::schema, toList())));
  }

  private void changelog(String name, String sql) throws IOException {
    Files.writeString(
        directory.resolve(name + ".sql"),
        "--liquibase formatted sql\n--changeset croft:%s\n%s\n--rollback drop table ${schema}.orders;\n"
            .formatted(name, sql));
    Files.writeString(
        directory.resolve(CHANGELOG),
        "databaseChangeLog:\n  - include:\n      file: %s.sql\n".formatted(name));
  }

  private void execute(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
