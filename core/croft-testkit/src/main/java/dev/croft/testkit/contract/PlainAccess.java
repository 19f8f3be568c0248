package dev.croft.testkit.contract;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Through a connection of the runtime login and SQL without any predicate. */
record PlainAccess(Database plain, Side side, TableShape table) implements Access {

  @Override
  public List<UUID> tenantsOfRows() {
    plain.enter(side.tenant().toString());
    return plain.list(
        "select %s from %s".formatted(Rows.quoted(table.tenantColumn()), table.name()),
        row -> UUID.fromString(row.getString(1)));
  }

  @Override
  public int update(Map<String, String> row) {
    return table
        .changeableColumn()
        .map(Rows::quoted)
        .map(
            column ->
                "update %s set %s = %2$s where %3$s".formatted(table.name(), column, key(row)))
        .map(this::changed)
        .orElse(0);
  }

  @Override
  public int delete(Map<String, String> row) {
    return changed("delete from %s where %s".formatted(table.name(), key(row)));
  }

  private String key(Map<String, String> row) {
    return Rows.hasValuesOf(table.ownKey(), row);
  }

  private int changed(String sql) {
    try {
      plain.enter(side.tenant().toString());
      return plain.execute(sql);
    } catch (PlainSqlException e) {
      return 0;
    }
  }

  @Override
  public String insert(Map<String, String> row) {
    try {
      plain.enter(side.tenant().toString());
      Rows.put(plain, table, row);
      return "";
    } catch (PlainSqlException e) {
      return e.sqlState();
    }
  }

  /** Insufficient privilege, of a policy or a grant. */
  @Override
  public String refusal() {
    return "42501";
  }
}
