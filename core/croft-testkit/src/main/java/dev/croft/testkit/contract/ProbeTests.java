package dev.croft.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.croft.testkit.contract.TableShape.ForeignKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;

/**
 * What a tenant learns by writing rows of its own, which PostgreSQL's keys compare with those of
 * all tenants, past row-level security.
 */
record ProbeTests(Grounds grounds, TableShape table) {

  Stream<DynamicNode> tests() {
    return Stream.of(
        dynamicTest("takes values that another tenant has as values that nobody has", this::values),
        dynamicTest(
            "refuses a reference to another tenant's row as one to no row at all",
            this::references));
  }

  private void values() {
    try (Database plain = grounds.world(Setting.ALL_FENCES).plain()) {
      for (Map<String, String> row : grounds.rowsOfOther(table)) {
        Map<String, String> taken = ofMine(row);
        assertThat(outcome(plain, taken))
            .as("how PostgreSQL takes a row of %s with another tenant's values", table.name())
            .isEqualTo(outcome(plain, withFreeValues(taken)));
      }
    }
  }

  private void references() {
    try (Database plain = grounds.world(Setting.ALL_FENCES).plain()) {
      table.foreignKeys().stream()
          .filter(this::refersToWhatMayBeAnothers)
          .forEach(key -> reference(plain, key));
    }
  }

  private boolean refersToWhatMayBeAnothers(ForeignKey key) {
    Map<String, String> target = grounds.other().row(key.referenced(), 0);
    return target != null
        && !target.equals(grounds.mine().row(key.referenced(), 0))
        && own(key).findAny().isPresent();
  }

  /** The columns of a key that name a row among those of a tenant. */
  private Stream<String> own(ForeignKey key) {
    return key.columns().stream().filter(column -> !column.equals(table.tenantColumn()));
  }

  private void reference(Database plain, ForeignKey key) {
    Map<String, String> others = withFreeValues(ofMine(grounds.rowsOfOther(table).getFirst()));
    point(others, key, grounds.other().row(key.referenced(), 0));
    Map<String, String> nobodys = new LinkedHashMap<>(others);
    own(key).forEach(column -> nobodys.computeIfPresent(column, (name, id) -> nobodys(id)));
    assertThat(outcome(plain, others))
        .as("how PostgreSQL refuses a row of %s that refers to another tenant's", table.name())
        .isNotEmpty()
        .isEqualTo(outcome(plain, nobodys));
  }

  private Map<String, String> withFreeValues(Map<String, String> row) {
    Map<String, String> free = new LinkedHashMap<>(row);
    free.replaceAll((column, value) -> isReference(column) ? value : nobodys(value));
    return free;
  }

  /** {@code row} as one of the tenant that tries, with references to rows of its own. */
  private Map<String, String> ofMine(Map<String, String> row) {
    Map<String, String> copy = new LinkedHashMap<>(row);
    table.foreignKeys().forEach(key -> point(copy, key, grounds.mine().row(key.referenced(), 0)));
    copy.put(table.tenantColumn(), grounds.mine().tenant().toString());
    return copy;
  }

  private void point(
      Map<String, String> row, ForeignKey key, @Nullable Map<String, String> target) {
    for (int i = 0; i < key.columns().size(); i++) {
      String column = key.columns().get(i);
      String value = target == null ? null : target.get(key.referencedColumns().get(i));
      if (value != null && !column.equals(table.tenantColumn())) {
        row.put(column, value);
      }
    }
  }

  private boolean isReference(String column) {
    return column.equals(table.tenantColumn())
        || table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column));
  }

  private String nobodys(String value) {
    return Side.isUuid(value)
        ? UUID.randomUUID().toString()
        : Nobody.renamed(value, grounds.other().mark(), Nobody.MARK);
  }

  /** How an INSERT ends: empty, or the message with what it says of values left out. */
  private String outcome(Database plain, Map<String, String> row) {
    plain.enter(grounds.mine().tenant().toString());
    try {
      Rows.put(plain, table, row);
      return "";
    } catch (PlainSqlException e) {
      String masked = String.valueOf(e.getMessage()).replaceAll("[0-9a-f-]{36}", "(id)");
      String word = Nobody.renamed(masked, grounds.other().mark(), "(word)");
      return Nobody.renamed(word, Nobody.MARK, "(word)");
    }
  }
}
