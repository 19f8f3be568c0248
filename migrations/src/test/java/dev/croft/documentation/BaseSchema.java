package dev.croft.documentation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The base schema as the changelog makes it, read and filled once for all tests. */
final class BaseSchema {
  private BaseSchema() {}

  static List<Table> tables() {
    return Structure.TABLES;
  }

  static Set<String> views() {
    return Structure.VIEWS;
  }

  static Map<String, Rows> rows() {
    return Filled.ROWS;
  }

  private static final class Structure {
    static final List<Table> TABLES;
    static final Set<String> VIEWS;

    static {
      try (BaseDatabase database = BaseDatabase.fresh()) {
        TABLES = Tables.of(database);
        VIEWS = Tables.views(database);
      }
    }
  }

  private static final class Filled {
    static final Map<String, Rows> ROWS;

    static {
      try (BaseDatabase database = BaseDatabase.fresh()) {
        ROWS = GeneratedRows.in(database);
      }
    }
  }
}
