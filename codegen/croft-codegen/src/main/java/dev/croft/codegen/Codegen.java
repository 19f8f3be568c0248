package dev.croft.codegen;

import dev.croft.migrations.Migrator;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
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
    try (PostgresDatabase database = baseDatabase(PostgresServer.shared());
        Connection connection = database.connect()) {
      Set<TableName> base = tables(connection);
      migrate(Migrator.of(database, request.changelog()), request.changelog());
      return new TableClasses(connection, base).generate(request);
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
