package dev.croft.documentation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the catalogue in one transaction, which changes nothing. */
final class SchemaReader {
  private static final String BEGIN =
      """
      set transaction isolation level repeatable read, read only;
      set local search_path = ''
      """;

  private final Connection connection;

  SchemaReader(Connection connection) {
    this.connection = connection;
  }

  Schema read(List<String> namespaces) {
    try {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(BEGIN);
        return readIn(namespaces);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new DocumentationException(
          "the catalogue could not be read, "
              + String.valueOf(e.getMessage()).replaceFirst("\\.$", ""),
          "See that the server runs, and is PostgreSQL 15 or later.",
          e);
    }
  }

  private Schema readIn(List<String> asked) throws SQLException {
    Catalogue whole = new Catalogue(connection, asked);
    Database database =
        whole
            .first("database.sql", row -> new Database(row.text(1), row.texts(2), row.is(3)))
            .orElseThrow();
    Catalogue catalogue =
        new Catalogue(connection, asked.isEmpty() ? database.namespaces() : asked);
    Map<String, Comment> namespaces = namespaces(catalogue);
    refuseUnknown(catalogue.namespaces(), namespaces, database);
    return new Schema(
        database.version(),
        database.isRecorded()
            ? whole.first("last-changeset.sql", row -> row.text(1))
            : Optional.empty(),
        namespaces,
        Relations.in(catalogue),
        Tables.in(catalogue));
  }

  /**
   * @param namespaces those with tables of their own
   * @param isRecorded whether there is a record of changesets that this login may read
   */
  private record Database(String version, List<String> namespaces, boolean isRecorded) {}

  private static Map<String, Comment> namespaces(Catalogue catalogue) throws SQLException {
    Map<String, Comment> namespaces = new LinkedHashMap<>();
    catalogue.namespaces(
        "namespaces.sql", row -> namespaces.put(row.text(1), Comment.of(row.find(2))));
    return namespaces;
  }

  private static void refuseUnknown(
      List<String> asked, Map<String, Comment> found, Database database) {
    for (String each : asked) {
      if (!found.containsKey(each)) {
        throw new DocumentationException(
            "there is no schema " + each,
            "Those with tables are " + String.join(", ", database.namespaces()) + ".",
            null);
      }
    }
  }
}
