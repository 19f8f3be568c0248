package dev.croft.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The tables of a database, as its catalogue tells. */
final class Listing {
  private static final String TABLES = text("tables.sql");
  private static final String COLUMNS = text("columns.sql");
  private static final String KEYS = text("keys.sql");

  private final Reading reading;

  Listing(Reading reading) {
    this.reading = reading;
  }

  /** A table, and whether it can be read. */
  record Entry(String name, boolean isReadable, boolean isHidden, long estimatedRows) {}

  List<Entry> tables() throws SQLException {
    return reading.ask(TABLES, Listing::entries);
  }

  private static List<Entry> entries(ResultSet rows) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    while (rows.next()) {
      entries.add(
          new Entry(rows.getString(1), rows.getBoolean(2), rows.getBoolean(3), rows.getLong(4)));
    }
    return entries;
  }

  TableShape shape(Entry table) throws SQLException {
    List<String> columns = new ArrayList<>();
    List<String> tenant = new ArrayList<>();
    Map<String, Set<String>> declared = new HashMap<>();
    reading.ask(
        COLUMNS,
        rows -> {
          while (rows.next()) {
            String column = rows.getString(1);
            columns.add(column);
            if (rows.getBoolean(2)) {
              tenant.add(column);
            }
            Optional.ofNullable(rows.getString(3))
                .ifPresent(words -> declared.put(column, Set.of(words.split("\\s*,\\s*"))));
          }
          return columns;
        },
        table.name());
    return new TableShape(
        table.name(),
        table.estimatedRows(),
        List.copyOf(columns),
        tenant.stream().findFirst(),
        reading.ask(KEYS, Listing::keys, table.name()),
        Map.copyOf(declared));
  }

  private static List<Set<String>> keys(ResultSet rows) throws SQLException {
    List<Set<String>> keys = new ArrayList<>();
    while (rows.next()) {
      keys.add(Set.of((String[]) rows.getArray(1).getArray()));
    }
    return keys;
  }

  private static String text(String resource) {
    try (InputStream stream = Listing.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(stream, resource).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
