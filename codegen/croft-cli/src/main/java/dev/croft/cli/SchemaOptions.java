package dev.croft.cli;

import dev.croft.cli.DatabaseOptions.Connection;
import dev.croft.migrations.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which schemas of a database. */
final class SchemaOptions {
  private static final String MATCHING =
      """
      select n.nspname from pg_catalog.pg_namespace n
      where n.nspname like ? and n.nspname not like 'pg\\_%'
      order by n.nspname
      """;

  @Option(
      names = {"-s", "--schemas"},
      paramLabel = "PATTERN",
      description = "The schemas, such as tenant_*; may be repeated.")
  private List<String> patterns = List.of();

  @Option(
      names = "--schemas-file",
      paramLabel = "FILE",
      description = "A file that names a schema a line, in the order of migration.")
  private @Nullable Path file;

  /** The schemas that are named, each once. */
  List<String> in(Connection connection, Surroundings surroundings) {
    Set<String> schemas = new LinkedHashSet<>();
    if (file != null) {
      schemas.addAll(lines(surroundings.resolve(file)));
    }
    if (!patterns.isEmpty()) {
      schemas.addAll(matching(connection));
    }
    if (schemas.isEmpty()) {
      throw new UsageException(
          "Nothing was migrated",
          "no schema is named or matches",
          "See --schemas and --schemas-file.");
    }
    return List.copyOf(schemas);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UsageException(
          "Nothing was migrated", file + " cannot be read", "See --schemas-file.");
    }
  }

  private List<String> matching(Connection connection) {
    List<String> schemas = new ArrayList<>();
    try (java.sql.Connection jdbc = connection.dataSource().getConnection();
        PreparedStatement statement = jdbc.prepareStatement(MATCHING)) {
      for (String pattern : patterns) {
        statement.setString(1, pattern.replace("_", "\\_").replace('*', '%'));
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            schemas.add(row.getString(1));
          }
        }
      }
    } catch (SQLException e) {
      throw DatabaseUnavailableException.of(e);
    }
    return schemas;
  }
}
