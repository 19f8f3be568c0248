package com.example.benchmarks;

import dev.croft.migrations.Migrator;
import dev.croft.migrations.waves.SchemaOutcome;
import dev.croft.migrations.waves.SchemaWaves;
import dev.croft.migrations.waves.WavePlan;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How long migrating takes: an empty database, one with nothing to do, and 200 schemas.
 *
 * <pre>{@code mvn -Pbenchmarks -DskipTests -pl examples/benchmarks -am package
 * -Dbenchmark=com.example.benchmarks.MigrationTime}</pre>
 */
public final class MigrationTime {
  private static final String BASE = "croft/changelog.xml";
  private static final int CHANGESETS = 5;
  private static final List<String> SCHEMAS =
      IntStream.range(0, 200).mapToObj("tenant_%03d"::formatted).toList();

  private MigrationTime() {}

  private interface Work {
    Object run();
  }

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException, SQLException {
    try (PostgresServer server = PostgresServer.start()) {
      one(server, " (cold JVM)");
      one(server, "");
      many(server, 1);
      many(server, 2);
    }
  }

  private static void one(PostgresServer server, String note) {
    try (PostgresDatabase database = server.createDatabase()) {
      Migrator migrator = Migrator.of(database, BASE);
      time("the base changelog, empty database" + note, migrator::apply);
      time("the base changelog, nothing to do" + note, migrator::apply);
    }
  }

  private static void many(PostgresServer server, int parallel) throws IOException, SQLException {
    try (PostgresDatabase database = server.createDatabase()) {
      create(database);
      SchemaWaves waves =
          SchemaWaves.of(database.jdbcUrl(), database.owner(), "changelog.yaml")
              .readingFrom(changelog())
              .by(WavePlan.STANDARD.withParallel(parallel));
      String what =
          "%d schemas, %d changesets each, %d at once"
              .formatted(SCHEMAS.size(), CHANGESETS, parallel);
      time(what, () -> seen(waves.apply(SCHEMAS)));
      time(what + ", nothing to do", () -> seen(waves.apply(SCHEMAS)));
      time(what + ", drift", () -> waves.drift(SCHEMAS));
    }
  }

  private static List<SchemaOutcome> seen(List<SchemaOutcome> outcomes) {
    if (outcomes.stream().anyMatch(each -> each.failure().isPresent())) {
      throw new IllegalStateException("a schema failed: " + outcomes);
    }
    return outcomes;
  }

  private static void create(PostgresDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String schema : SCHEMAS) {
        statement.execute("create schema " + schema);
      }
    }
  }

  private static Path changelog() throws IOException {
    Path directory = Files.createTempDirectory("croft-changelog");
    StringBuilder master = new StringBuilder("databaseChangeLog:\n");
    for (int i = 0; i < CHANGESETS; i++) {
      Files.writeString(
          directory.resolve("c" + i + ".sql"),
          """
          --liquibase formatted sql
          --changeset croft:c%1$d
          create table ${schema}.t%1$d (id uuid primary key, name text not null);
          create index t%1$d_name_idx on ${schema}.t%1$d (name);
          --rollback drop table ${schema}.t%1$d;
          """
              .formatted(i));
      master.append("  - include: {file: c").append(i).append(".sql}\n");
    }
    Files.writeString(directory.resolve("changelog.yaml"), master.toString());
    return directory;
  }

  private static void time(String what, Work work) {
    long begin = System.nanoTime();
    work.run();
    System.out.printf("%-60s %6d ms%n", what, (System.nanoTime() - begin) / 1_000_000);
  }
}
