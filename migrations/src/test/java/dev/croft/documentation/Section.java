package dev.croft.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the document of the schema declares of one table.
 *
 * @param rowColumns those columns of the table that tell of the row
 * @param exceptions dependencies on what is no key, and what in the database keeps them
 */
record Section(
    Table table,
    List<String> rowColumns,
    Set<List<String>> keys,
    Set<List<String>> keysOfSomeRows,
    List<Dependency> dependencies,
    List<Kept> exceptions,
    String normalForm,
    String why) {

  record Kept(Dependency dependency, String by) {
    boolean isByFunction() {
      return by.contains(".");
    }
  }

  String name() {
    return table.name();
  }

  /** The table as it is meant to be. */
  Heading heading() {
    return new Heading(Dependency.sorted(table.columnNames()), declared());
  }

  /** The table as it is. */
  Heading headingWithExceptions() {
    return new Heading(
        Dependency.sorted(table.columnNames()),
        Stream.concat(declared().stream(), exceptions.stream().map(Kept::dependency)).toList());
  }

  private List<Dependency> declared() {
    List<Dependency> all = new ArrayList<>(dependencies);
    all.add(Dependency.of(SampleValues.columns(keys.iterator().next()), rowColumns));
    return all;
  }
}
