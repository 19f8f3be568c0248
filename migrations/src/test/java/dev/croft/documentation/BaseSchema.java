package dev.croft.documentation;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The base schema as the changelog makes it, read and filled once for all tests. */
final class BaseSchema {
  static final List<String> NAMESPACES = List.of("public", "auth", "billing", "admin", "croft");

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

  static List<Table> tables(BaseDatabase database) {
    try {
      return Tables.in(new Catalogue(database.connection(), NAMESPACES));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The names of views, none of which holds rows of its own. */
  private static Set<String> views(BaseDatabase database) {
    Set<String> views = new LinkedHashSet<>();
    database
        .texts(
            """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('v', 'm')
              and n.nspname in ('public', 'auth', 'billing', 'admin', 'croft')
            order by 1
            """)
        .forEach(row -> views.add(row.get(0)));
    return views;
  }

  private static final class Structure {
    static final List<Table> TABLES;
    static final Set<String> VIEWS;

    static {
      try (BaseDatabase database = BaseDatabase.fresh()) {
        TABLES = tables(database);
        VIEWS = views(database);
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
