package dev.croft.doctor;

import dev.croft.isolation.ScopedTable;
import dev.croft.isolation.TableScope;
import dev.croft.schema.admin.Admin;
import dev.croft.schema.auth.Auth;
import dev.croft.schema.billing.Billing;
import dev.croft.schema.public_.Public;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.TableField;

/** What the generated classes say of the database: every column of every table, and its scope. */
record GeneratedTables(List<Column> columns) {
  private static final List<Schema> BASE =
      List.of(Public.PUBLIC, Auth.AUTH, Admin.ADMIN, Billing.BILLING);

  record Column(String schema, String table, String scope, String name) {}

  /** The classes of the base schema, and those of {@code schemas}. */
  static GeneratedTables of(Collection<? extends Schema> schemas) {
    return new GeneratedTables(
        Stream.concat(BASE.stream(), schemas.stream())
            .flatMap(Schema::tableStream)
            .distinct()
            .flatMap(table -> table.fieldStream().map(field -> column(table, field)))
            .toList());
  }

  private static Column column(Table<?> table, Field<?> field) {
    return new Column(schema(table), table.getName(), scope(table), field.getName());
  }

  private static String schema(Table<?> table) {
    Schema schema = table.getSchema();
    return schema == null ? "" : schema.getName();
  }

  private static String scope(Table<?> table) {
    if (!(table instanceof ScopedTable scoped)) {
      return "no scope";
    }
    return switch (scoped.scope()) {
      case TableScope.TenantRows tenant -> "tenant by " + tenant.tenantColumn().getName();
      case TableScope.SharedRows shared -> shared(shared.linkReference());
      case TableScope.GlobalRows global -> "global";
      case TableScope.SystemRows system -> "system";
    };
  }

  private static String shared(TableField<?, ?> reference) {
    Table<?> link = reference.getTable();
    return link == null
        ? "shared"
        : "shared via %s.%s by %s".formatted(schema(link), link.getName(), reference.getName());
  }

  /** Binds the four arrays that {@code facts.sql} asks for. */
  void bind(PreparedStatement statement) throws SQLException {
    bind(statement, 1, Column::schema);
    bind(statement, 2, Column::table);
    bind(statement, 3, Column::scope);
    bind(statement, 4, Column::name);
  }

  private void bind(PreparedStatement statement, int place, Function<Column, String> part)
      throws SQLException {
    Connection connection = statement.getConnection();
    Object[] values = columns.stream().map(part).toArray();
    statement.setArray(place, connection.createArrayOf("text", values));
  }
}
