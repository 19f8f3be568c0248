package dev.croft.documentation;

import static java.util.stream.Collectors.toSet;

import dev.croft.postgres.PostgresDatabase;
import java.util.Set;

/** Rows for the tables of a base schema that may not be complete yet. */
public final class FilledTables implements AutoCloseable {
  private final BaseDatabase base;

  private FilledTables(BaseDatabase base) {
    this.base = base;
  }

  public static FilledTables of(PostgresDatabase database) {
    return new FilledTables(BaseDatabase.over(database));
  }

  /**
   * Puts a few rows into each table that has none.
   *
   * @return the tables that still have none
   */
  public Set<String> fillEmptyOnes() {
    return GeneratedRows.inEmptyTables(base).entrySet().stream()
        .filter(each -> each.getValue().values().isEmpty())
        .map(each -> each.getKey())
        .collect(toSet());
  }

  @Override
  public void close() {
    base.close();
  }
}
