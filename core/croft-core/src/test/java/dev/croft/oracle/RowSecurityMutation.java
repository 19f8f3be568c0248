package dev.croft.oracle;

import java.util.List;
import java.util.stream.Stream;

/** Faults of row-level security that the oracle must find, as SQL for each table. */
enum RowSecurityMutation {
  POLICY_WITHOUT_CHECK(
      "alter policy tenant_rows on %1$s with check (true)",
      "alter policy tenant_guard on %1$s with check (true)"),
  PERMISSIVE_POLICY_WITHOUT_GUARD(
      "drop policy tenant_guard on %1$s", "create policy extra on %1$s to croft_app using (true)"),
  NO_POLICY_FOR_READING(
      "alter policy tenant_rows on %1$s using (true)",
      "alter policy tenant_guard on %1$s using (true)"),
  OFF_ON_ONE_TABLE(Entity.TASK, "alter table %1$s disable row level security"),
  OFF_ON_A_LINK(Entity.MEMBER, "alter table %1$s disable row level security"),
  OFF_ON_SHARED_ROWS(Entity.PERSON, "alter table %1$s disable row level security"),
  OWNER_WITHOUT_FORCE(
      "alter table %1$s owner to \"%2$s\"", "alter table %1$s no force row level security");

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Entity> tables;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> sql;

  RowSecurityMutation(String... sql) {
    this.tables = Stream.of(Entity.values()).filter(Entity::isSecured).toList();
    this.sql = List.of(sql);
  }

  RowSecurityMutation(Entity table, String sql) {
    this.tables = List.of(table);
    this.sql = List.of(sql);
  }

  /** Plants the fault, where {@code role} is who statements run as. */
  Stream<String> planted(String role) {
    return tables.stream()
        .flatMap(table -> sql.stream().map(text -> text.formatted(table.qualifiedName(), role)));
  }

  /** Puts back what the changelogs made. */
  Stream<String> repaired() {
    return tables.stream()
        .flatMap(
            table ->
                Stream.of(
                    "drop policy if exists extra on " + table.qualifiedName(), table.fence()));
  }
}
