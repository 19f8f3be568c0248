package dev.croft.codegen;

/** The jOOQ configuration asks for what would not compile, or would open the fence. */
public final class HookException extends CodegenException {

  private static final long serialVersionUID = 1L;

  HookException(String hook, String facts) {
    super(
        "The jOOQ configuration was not used because of %s".formatted(hook),
        facts,
        "Set forcedTypes, includes, excludes, includeExcludeColumns and properties of the database,"
            + " the name of a strategy, and that of a generator that extends TableGenerator.");
  }

  private HookException(String problem, String facts, String remedy) {
    super(problem, facts, remedy);
  }

  static HookException excluded(TableName table, String by) {
    return new HookException(
        "Table %s cannot be left out".formatted(table),
        by,
        "Qualify the pattern with your schema, or leave the table in.");
  }

  static HookException fence(TableName table, String column, String facts) {
    return new HookException(
        "Column %s of table %s is part of the fence".formatted(column, table),
        facts,
        "Leave it in, and leave it a UUID: keep its name out of the patterns.");
  }
}
