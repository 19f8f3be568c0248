package dev.croft.codegen;

import dev.croft.migrations.Migrator;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Changelogs in, table classes out. */
public final class Codegen {

  private static final String BASE_CHANGELOG = "croft/changelog.xml";

  private Codegen() {}

  /**
   * Applies the changelog to an empty database, checks the rules and generates.
   *
   * @throws CodegenException if the tables break a rule
   * @throws dev.croft.migrations.MigrationException if the changelog cannot be applied
   */
  public static CodegenResult run(CodegenRequest request) {
    return withClasses(request, classes -> classes.generate(request));
  }

  /**
   * Generates as {@link #run} does, and compares what is in the output directory; writes nothing.
   *
   * @return in what the code is behind; empty if it is not
   * @throws CodegenException if the tables break a rule
   * @throws dev.croft.migrations.MigrationException if the changelog cannot be applied
   */
  public static List<Difference> check(CodegenRequest request) {
    return withClasses(request, classes -> classes.compare(request));
  }

  /**
   * Compares compiled table classes, without loading them, by the outlines that they carry. The
   * output directory does not matter.
   *
   * @param compiled a directory of classes, or a jar
   * @return the tables that differ; empty if none does
   * @throws CodegenException if the tables break a rule
   * @throws dev.croft.migrations.MigrationException if the changelog cannot be applied
   */
  public static List<Difference> checkClasses(CodegenRequest request, Path compiled) {
    return withClasses(request, classes -> classes.compareCompiled(request, compiled));
  }

  /**
   * The files below a source root that a run has written, whatever else is there.
   *
   * @return their paths below it, in order; none if it does not exist
   * @throws IOException if one cannot be read
   */
  public static List<Path> files(Path outputDirectory) throws IOException {
    return new GeneratedFiles(outputDirectory).list();
  }

  private static <T> T withClasses(CodegenRequest request, Function<TableClasses, T> work) {
    try (PostgresDatabase database = baseDatabase(PostgresServer.shared());
        Connection connection = database.connect()) {
      Set<TableName> base = tables(connection);
      Migrator migrator =
          Migrator.of(database, request.changelog())
              .readingFrom(request.resources().toArray(Path[]::new));
      migrate(migrator, request.changelog());
      return work.apply(new TableClasses(connection, base));
    } catch (SQLException e) {
      throw new IllegalStateException("the database of the generator failed", e);
    }
  }

  private static PostgresDatabase baseDatabase(PostgresServer server) {
    return server.cloneOf(
        server.template(BASE_CHANGELOG, database -> Migrator.of(database, BASE_CHANGELOG).apply()));
  }

  private static void migrate(Migrator migrator, String changelog) {
    migrator.apply();
    if (!migrator.status().unknown().isEmpty()) {
      throw new BaseChangelogException(changelog);
    }
  }

  private static Set<TableName> tables(Connection connection) {
    return TableClasses.catalogue(connection).relations().stream()
        .map(Relation::name)
        .collect(Collectors.toSet());
  }
}
