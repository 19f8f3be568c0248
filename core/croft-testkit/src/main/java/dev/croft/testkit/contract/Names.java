package dev.croft.testkit.contract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds the table and column that a Java name speaks of, by the conventions of Croft's schemas. */
final class Names {
  private final Map<String, TableShape> tables;
  private final Map<Class<?>, String> subjects;

  /**
   * The names of these tables.
   *
   * @param subjects the tables of repositories whose own names do not tell
   */
  Names(Map<String, TableShape> tables, Map<Class<?>, String> subjects) {
    this.tables = tables;
    this.subjects = subjects;
  }

  /** {@code TodoRepository}: the table {@code todos}. */
  Optional<String> tableOfRepository(Class<?> repository) {
    return Optional.ofNullable(subjects.get(repository))
        .or(() -> tableOf(without(repository.getSimpleName(), "", "Repository")));
  }

  /** {@code TodoId}, a record of one UUID: the table {@code todos}. */
  Optional<String> tableOfId(Class<?> type) {
    boolean holdsOneId =
        type.getRecordComponents().length == 1
            && type.getRecordComponents()[0].getType() == UUID.class;
    return holdsOneId ? tableOf(without(type.getSimpleName(), "", "Id")) : Optional.empty();
  }

  /** {@code NewTodo}: the table {@code todos}. */
  Optional<String> tableOfNew(Class<?> type) {
    return tableOf(without(type.getSimpleName(), "New", ""));
  }

  /** {@code todoId}: the table {@code todos}. */
  Optional<String> tableOfParameter(String name) {
    return tableOf(without(name, "", "Id"));
  }

  /** {@code PermissionName}, a record of one text: {@code auth.permissions.name}. */
  Optional<String> columnOfName(Class<?> type) {
    if (type.getRecordComponents().length != 1
        || type.getRecordComponents()[0].getType() != String.class) {
      return Optional.empty();
    }
    String snake = snake(type.getSimpleName());
    return tables.values().stream()
        .flatMap(
            table ->
                table.columns().stream()
                    .filter(
                        column ->
                            plurals(without(snake, "", "_" + column.name()))
                                .anyMatch(table.simpleName()::equals))
                    .map(column -> table.name() + "." + column.name()))
        .findFirst();
  }

  /** The column of a table for the parameter or component {@code name}. */
  Optional<String> column(String table, String name) {
    TableShape shape = tables.get(table);
    String snake = snake(name);
    return shape == null
        ? Optional.empty()
        : Stream.of(snake, "is_" + snake, snake + "_id")
            .filter(column -> shape.column(column).isPresent())
            .findFirst();
  }

  /** The table of the plural of {@code singular}; among several, one of tenants' rows. */
  private Optional<String> tableOf(String singular) {
    List<String> plurals = plurals(snake(singular)).toList();
    List<TableShape> named =
        tables.values().stream().filter(table -> plurals.contains(table.simpleName())).toList();
    return named.stream()
        .filter(TableShape::isOfTenants)
        .findFirst()
        .or(() -> named.stream().findFirst())
        .map(TableShape::name);
  }

  private static Stream<String> plurals(String singular) {
    String stem = singular.isEmpty() ? singular : singular.substring(0, singular.length() - 1);
    return Stream.of(
        singular + "s",
        singular + "es",
        singular.endsWith("y") ? stem + "ies" : singular,
        singular);
  }

  private static String without(String name, String prefix, String suffix) {
    String start = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    return start.endsWith(suffix) ? start.substring(0, start.length() - suffix.length()) : start;
  }

  private static String snake(String camel) {
    return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
