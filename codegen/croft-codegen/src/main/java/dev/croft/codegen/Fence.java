package dev.croft.codegen;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.DataTypeDefinition;
import org.jooq.meta.Database;
import org.jooq.meta.TableDefinition;

/** What the classes of tables need to tell whose rows they hold, whatever a configuration says. */
final class Fence {

  private final TableScopes scopes;
  private final Map<TableName, TableDefinition> tables = new HashMap<>();

  Fence(Database database, TableScopes scopes) {
    this.scopes = scopes;
    database.getTables().forEach(table -> tables.put(name(table), table));
  }

  static TableName name(TableDefinition table) {
    return new TableName(table.getSchema().getInputName(), table.getInputName());
  }

  /**
   * @param base whether a schema is Croft's
   * @throws HookException if a table or a column is missing, or is not what it was
   */
  void check(Predicate<String> base) {
    scopes.tables().stream()
        .filter(table -> base.test(table.schema()) && !tables.containsKey(table))
        .findFirst()
        .ifPresent(
            table -> {
              throw HookException.excluded(
                  table, "the jOOQ configuration excludes it, and it is Croft's");
            });
    tables.keySet().forEach(table -> check(table, scopes.of(table)));
  }

  private void check(TableName table, Scope scope) {
    if (scope instanceof Scope.TenantRows tenant) {
      check(table, tenant.tenantColumn());
    } else if (scope instanceof Scope.SharedRows shared) {
      if (!tables.containsKey(shared.link())) {
        throw HookException.excluded(
            shared.link(),
            "the jOOQ configuration excludes it, and the rows of %s are seen through it"
                .formatted(table));
      }
      check(table, shared.id());
      check(shared.link(), shared.linkReference());
      check(shared.link(), shared.linkTenantColumn());
    }
  }

  private void check(TableName table, String name) {
    ColumnDefinition column = requireNonNull(tables.get(table)).getColumn(name);
    if (column == null) {
      throw HookException.fence(table, name, "the jOOQ configuration excludes it");
    }
    DataTypeDefinition type = column.getType();
    if (type.getConverter() != null
        || type.getBinding() != null
        || !type.getType().equalsIgnoreCase("uuid")) {
      throw HookException.fence(table, name, "a forced type makes it something else than a UUID");
    }
  }
}
