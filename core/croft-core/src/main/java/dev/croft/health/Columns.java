package dev.croft.health;

import dev.croft.schema.admin.Admin;
import dev.croft.schema.auth.Auth;
import dev.croft.schema.billing.Billing;
import dev.croft.schema.public_.Public;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Field;
import org.jooq.Schema;
import org.jooq.Table;

/** The columns of Croft's tables, in the code and in the database. */
final class Columns {
  private static final String LIVE =
      """
      select n.nspname || '.' || c.relname || '.' || a.attname
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_attribute a on a.attrelid = c.oid
      where n.nspname = any (?) and c.relkind in ('r', 'p', 'v', 'f')
        and not c.relispartition and a.attnum > 0 and not a.attisdropped
        and n.nspname || '.' || c.relname = any (?)
      """;

  private static final List<Schema> SCHEMAS =
      List.of(Admin.ADMIN, Auth.AUTH, Billing.BILLING, Public.PUBLIC);

  private Columns() {}

  static SchemaState compare(Connection connection) throws SQLException {
    Set<String> known = known();
    Set<String> live = live(connection);
    return new SchemaState(without(known, live), without(live, known));
  }

  private static List<String> without(Set<String> all, Set<String> some) {
    return all.stream().filter(column -> !some.contains(column)).toList();
  }

  private static Set<String> known() {
    Set<String> columns = new TreeSet<>();
    for (Schema schema : SCHEMAS) {
      for (Table<?> table : schema.getTables()) {
        for (Field<?> field : table.fields()) {
          columns.add("%s.%s.%s".formatted(schema.getName(), table.getName(), field.getName()));
        }
      }
    }
    return columns;
  }

  private static Set<String> live(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LIVE)) {
      statement.setArray(1, names(connection, SCHEMAS.stream().map(Schema::getName).toList()));
      statement.setArray(2, names(connection, tables()));
      Set<String> columns = new TreeSet<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          columns.add(row.getString(1));
        }
      }
      return columns;
    }
  }

  private static List<String> tables() {
    return SCHEMAS.stream()
        .flatMap(schema -> schema.tableStream().map(t -> schema.getName() + "." + t.getName()))
        .toList();
  }

  private static Array names(Connection connection, List<String> names) throws SQLException {
    return connection.createArrayOf("text", names.toArray());
  }
}
