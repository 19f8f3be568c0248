package dev.croft.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Asks the catalogue about some namespaces and their relations. */
record Catalogue(Connection connection, List<String> namespaces) {
  private static final String RELATIONS = text("relations.sql");

  /** What is made of one row. */
  interface Reading<T> {
    T of(Row row) throws SQLException;
  }

  /** A row; columns are counted from 1. */
  record Row(ResultSet result) {
    String text(int column) throws SQLException {
      return Objects.requireNonNull(result.getString(column));
    }

    Optional<String> find(int column) throws SQLException {
      return Optional.ofNullable(result.getString(column));
    }

    boolean is(int column) throws SQLException {
      return result.getBoolean(column);
    }

    List<String> texts(int column) throws SQLException {
      Array array = result.getArray(column);
      return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
  }

  /**
   * @param resource a query on {@code shown}, the relations of the namespaces
   */
  <T> List<T> list(String resource, Reading<T> reading) throws SQLException {
    return rows(RELATIONS + text(resource), reading, true);
  }

  /**
   * @param resource a query on the namespaces themselves
   */
  <T> List<T> namespaces(String resource, Reading<T> reading) throws SQLException {
    return rows(text(resource), reading, true);
  }

  /** The first row of a query that is not about those namespaces. */
  <T> Optional<T> first(String resource, Reading<T> reading) throws SQLException {
    return rows(text(resource), reading, false).stream().findFirst();
  }

  private <T> List<T> rows(String query, Reading<T> reading, boolean isLimited)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      if (isLimited) {
        statement.setArray(1, connection.createArrayOf("text", namespaces.toArray()));
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(reading.of(new Row(result)));
        }
      }
      return rows;
    }
  }

  static String text(String resource) {
    try (InputStream stream = Catalogue.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(stream, resource).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
