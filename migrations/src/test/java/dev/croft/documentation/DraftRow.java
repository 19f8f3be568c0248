package dev.croft.documentation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A row that is being made up, beginning with what it refers to. */
final class DraftRow {
  private static final int FAVOURITES = 3;

  private final Table table;
  private final Random random;
  private final Map<String, Optional<String>> values = new LinkedHashMap<>();

  DraftRow(Table table, Random random) {
    this.table = table;
    this.random = random;
  }

  /**
   * Refers to a row of those that fit what the row refers to already, half the time to one of a
   * few.
   *
   * @return false if none fits
   */
  boolean refer(Table.Reference reference, Rows parents) {
    if (isOptional(reference) && random.nextBoolean()) {
      reference.columns().forEach(column -> values.put(column, Optional.empty()));
      return true;
    }
    int[] positions = parents.positions(reference.referenced());
    List<List<Optional<String>>> fitting =
        parents.values().stream().filter(parent -> fits(reference, parent, positions)).toList();
    if (!fitting.isEmpty()) {
      List<Optional<String>> parent = fitting.get(random.nextInt(favoured(fitting.size())));
      parts(reference)
          .forEach(part -> values.put(reference.columns().get(part), parent.get(positions[part])));
    }
    return !fitting.isEmpty();
  }

  private boolean isOptional(Table.Reference reference) {
    return reference.columns().stream().anyMatch(column -> table.column(column).isOptional());
  }

  private boolean fits(Table.Reference reference, List<Optional<String>> parent, int[] positions) {
    return parts(reference)
        .allMatch(
            part -> {
              Optional<String> referenced = parent.get(positions[part]);
              return referenced.equals(
                  values.getOrDefault(reference.columns().get(part), referenced));
            });
  }

  private static IntStream parts(Table.Reference reference) {
    return IntStream.range(0, reference.columns().size());
  }

  private int favoured(int size) {
    return random.nextBoolean() ? size : Math.min(FAVOURITES, size);
  }

  DraftRow complete(SampleValues samples) {
    table.columns().stream()
        .filter(column -> !values.containsKey(column.name()))
        .forEach(column -> values.put(column.name(), samples.of(column)));
    return this;
  }

  String json() {
    return values.entrySet().stream()
        .map(entry -> text(entry.getKey()) + ":" + json(entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String json(Optional<String> value) {
    return value.map(text -> text.startsWith("{") ? text : text(text)).orElse("null");
  }

  private static String text(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
