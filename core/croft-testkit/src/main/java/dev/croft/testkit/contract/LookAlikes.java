package dev.croft.testkit.contract;

import dev.croft.testkit.TestkitException;
import dev.croft.testkit.contract.TableShape.Column;
import dev.croft.testkit.contract.TableShape.ForeignKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fills every table for a tenant: two rows each, which refer to rows that the tenant knows. */
final class LookAlikes {
  private static final String TWIN = "alike";
  private static final int ROWS = 2;

  /** Of what a table refers to, the row that both tenants know. */
  private static final int COMMON = 1;

  private final Database system;
  private final Database owner;
  private final List<TableShape> tables;
  private final Map<String, Function<Owner, String>> said;
  private final Map<String, List<Map<String, String>>> common;
  private final boolean isSecond;

  /**
   * On two connections.
   *
   * @param common the rows that are no tenant's, known and to be known
   */
  LookAlikes(
      Database system,
      Database owner,
      List<TableShape> tables,
      Map<String, Function<Owner, String>> said,
      Map<String, List<Map<String, String>>> common) {
    this.system = system;
    this.owner = owner;
    this.tables = tables;
    this.said = said;
    this.common = common;
    this.isSecond = !common.isEmpty();
  }

  void fill(Side side) {
    for (TableShape table : tables) {
      if (table.isOfTenants()) {
        for (int place = 0; place < (table.holdsOneRowOfATenant() ? 1 : ROWS); place++) {
          side.add(table.name(), write(table, side, place, place == 0 ? side.mark() : TWIN));
        }
      } else if (table.isShared()) {
        side.add(table.name(), write(table, side, 0, side.mark()));
        common(table, side).forEach(row -> side.add(table.name(), row));
      } else if (!table.scope().equals("system")) {
        common(table, side).forEach(row -> side.add(table.name(), row));
      }
    }
  }

  /** Rows that are no tenant's: those that the changelog wrote, else one that both will know. */
  private List<Map<String, String>> common(TableShape table, Side side) {
    return common.computeIfAbsent(
        table.name(),
        name -> {
          List<Map<String, String>> stored =
              table.isShared()
                  ? List.of()
                  : on(table).list("select * from %s limit 5".formatted(name), Rows::read);
          return stored.isEmpty() ? List.of(write(table, side, COMMON, TWIN)) : stored;
        });
  }

  private Database on(TableShape table) {
    return table.scope().equals("none") ? owner : system;
  }

  private Map<String, String> write(TableShape table, Side side, int place, String mark) {
    Map<String, String> given = new LinkedHashMap<>();
    table.column("id").ifPresent(column -> id(column, given));
    table.foreignKeys().forEach(key -> refer(table, key, side, place, given));
    if (table.isOfTenants()) {
      given.put(table.tenantColumn(), side.tenant().toString());
    }
    table.columns().forEach(column -> say(table, column, side, mark, given));
    return new RowWriter(on(table), table, given, mark).write();
  }

  private static void id(Column column, Map<String, String> given) {
    if (column.type().equals("uuid")) {
      given.put(column.name(), UUID.randomUUID().toString());
    }
  }

  private void say(
      TableShape table, Column column, Side side, String mark, Map<String, String> given) {
    Function<Owner, String> value = said.get(table.name() + "." + column.name());
    if (value != null) {
      given.put(column.name(), value.apply(new Marked(side, mark)));
    }
  }

  private void refer(
      TableShape table, ForeignKey key, Side side, int place, Map<String, String> given) {
    Map<String, String> row = side.row(key.referenced(), place(table, key, place));
    if (row == null) {
      leaveOut(table, key, given);
      return;
    }
    for (int i = 0; i < key.columns().size(); i++) {
      String value = row.get(key.referencedColumns().get(i));
      given.put(key.columns().get(i), value == null ? Candidates.LEFT_OUT : value);
    }
  }

  /** Where nothing but what both know makes a key, first rows are told apart by another of that. */
  private int place(TableShape table, ForeignKey key, int place) {
    int known = common.getOrDefault(key.referenced(), List.of()).size();
    boolean isAlike = isSecond && place == 0 && known > ROWS;
    return isAlike && refersToWhatBothKnow(table) ? known - 1 : place;
  }

  private boolean refersToWhatBothKnow(TableShape table) {
    return table.ownKey().stream()
        .allMatch(
            column ->
                table.foreignKeys().stream()
                    .filter(key -> common.containsKey(key.referenced()))
                    .anyMatch(key -> key.columns().contains(column)));
  }

  private void leaveOut(TableShape table, ForeignKey key, Map<String, String> given) {
    for (String name : key.columns()) {
      boolean canBeAbsent = table.column(name).map(Column::isNullable).orElse(false);
      if (!canBeAbsent && !name.equals(table.tenantColumn())) {
        throw new TestkitException(
            "%s.%s was not filled".formatted(table.name(), name),
            "%s refers to %s, which has no row yet".formatted(key.name(), key.referenced()),
            "Supply the key of a row: .value(\"%s.%s\", \"…\").".formatted(table.name(), name));
      }
      given.putIfAbsent(name, Candidates.LEFT_OUT);
    }
  }

  /** A tenant, for a row of its with a word of its own. */
  private record Marked(Side side, String mark) implements Owner {
    @Override
    public UUID id(String table) {
      return side.id(table);
    }

    @Override
    public @Nullable String value(String table, String column) {
      return side.value(table, column);
    }
  }
}
