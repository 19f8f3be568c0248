package dev.croft.analysis;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads rows as hashes, which the server makes: no value leaves it. Two values of one hash of 64
 * bits would need about a billion different ones.
 */
final class Sampler {
  private final Reading reading;
  private final int size;

  /**
   * @param size how many rows are read at most
   */
  Sampler(Reading reading, int size) {
    this.reading = reading;
    this.size = size;
  }

  /** The table, or if it is larger rows from pages all over it. */
  Sample of(TableShape table) throws SQLException {
    boolean isLarge = table.estimatedRows() > size;
    String part = isLarge ? " tablesample system (%s)".formatted(percentage(table)) : "";
    return read(table, select(table, part), !isLarge);
  }

  /**
   * All rows of some of the determinants.
   *
   * @return nothing if even those are too many
   */
  Optional<Sample> by(TableShape table, List<String> determinant) throws SQLException {
    long rows = reading.ask("select count(*) from " + table.name(), Sampler::number);
    long modulus = 2 * rows / size + 1;
    String part =
        " where ((%s) & 2147483647) %% %s = 0"
            .formatted(determinant.stream().map(Sampler::hash).collect(joining(" # ")), modulus);
    Sample sample = read(table, select(table, part), modulus == 1);
    return sample.rows() < size ? Optional.of(sample) : Optional.empty();
  }

  /** Of a table that is larger than a sample: what the sample says, asked of every row. */
  Optional<Evidence> confirmed(Dependency dependency, String dependent) throws SQLException {
    String query =
        "select count(*), count(distinct row(%s)), count(distinct row(%s, %s)) from %s where %s"
            .formatted(
                hashes(dependency.determinant()),
                hashes(dependency.determinant()),
                "coalesce(%s, 0)".formatted(hash(dependent)),
                dependency.table(),
                dependency.determinant().stream()
                    .map(each -> quoted(each) + " is not null")
                    .collect(joining(" and ")));
    return reading.ask(query, Sampler::evidence);
  }

  private static Optional<Evidence> evidence(ResultSet row) throws SQLException {
    row.next();
    long rows = row.getLong(1);
    long determinants = row.getLong(2);
    return determinants == row.getLong(3)
        ? Optional.of(new Evidence(rows, determinants, rows - determinants, false))
        : Optional.empty();
  }

  private String percentage(TableShape table) {
    return String.format(Locale.ROOT, "%.6f", 100.0 * size / table.estimatedRows());
  }

  private String select(TableShape table, String part) {
    return "select %s from %s%s limit %s"
        .formatted(hashes(table.columns()), table.name(), part, size + 1);
  }

  private Sample read(TableShape table, String query, boolean isWhole) throws SQLException {
    return reading.ask(query, rows -> sample(table, rows, isWhole));
  }

  private Sample sample(TableShape table, ResultSet rows, boolean isWhole) throws SQLException {
    int width = table.columns().size();
    int[][] numbers = new int[width][size];
    List<Map<Long, Integer>> known = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      known.add(new HashMap<>());
    }
    int count = 0;
    boolean isMore = rows.next();
    while (isMore && count < size) {
      for (int column = 0; column < width; column++) {
        numbers[column][count] = numbered(known.get(column), rows, column + 1);
      }
      count++;
      isMore = rows.next();
    }
    int found = count;
    int[][] cut =
        Arrays.stream(numbers).map(each -> Arrays.copyOf(each, found)).toArray(int[][]::new);
    return new Sample(table.columns(), cut, found, isWhole && !isMore);
  }

  private static int numbered(Map<Long, Integer> known, ResultSet row, int column)
      throws SQLException {
    long hash = row.getLong(column);
    return row.wasNull() ? 0 : known.computeIfAbsent(hash, unseen -> known.size() + 1);
  }

  private static long number(ResultSet row) throws SQLException {
    row.next();
    return row.getLong(1);
  }

  private static String hashes(List<String> columns) {
    return columns.stream().map(Sampler::hash).collect(joining(", "));
  }

  private static String hash(String column) {
    return "hashtextextended(%s::text, 0)".formatted(quoted(column));
  }

  private static String quoted(String name) {
    return "\"%s\"".formatted(name.replace("\"", "\"\""));
  }
}
