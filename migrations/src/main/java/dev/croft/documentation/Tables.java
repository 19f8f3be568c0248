package dev.croft.documentation;

import dev.croft.documentation.Catalogue.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads tables, their keys and what they refer to out of the catalogue. */
final class Tables {
  private final Map<String, Table> tables = new LinkedHashMap<>();

  private Tables() {}

  /** In the order of their names. */
  static List<Table> in(Catalogue catalogue) throws SQLException {
    Tables tables = new Tables();
    catalogue.list("table-columns.sql", tables::addColumn);
    catalogue.list("table-keys.sql", tables::addKey);
    catalogue.list("table-references.sql", tables::addReference);
    catalogue.list("table-checks.sql", tables::addCheck);
    return List.copyOf(tables.tables.values());
  }

  private Table.Column addColumn(Row row) throws SQLException {
    String namespace = row.text(1);
    String ownName = row.text(2);
    boolean hasPrimaryKey = row.is(7);
    var column = new Table.Column(row.text(3), row.text(4), row.is(5), row.is(6));
    tables
        .computeIfAbsent(
            namespace + "." + ownName, name -> empty(namespace, ownName, hasPrimaryKey))
        .columns()
        .add(column);
    return column;
  }

  private static Table empty(String namespace, String ownName, boolean hasPrimaryKey) {
    return new Table(
        namespace,
        ownName,
        hasPrimaryKey,
        new ArrayList<>(),
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  private List<String> addKey(Row row) throws SQLException {
    boolean isOfEveryRow = row.is(2);
    List<String> key = row.texts(3);
    in(row, table -> (isOfEveryRow ? table.keys() : table.keysOfSomeRows()).add(key));
    return key;
  }

  private Table.Reference addReference(Row row) throws SQLException {
    var reference = new Table.Reference(row.texts(3), row.text(2), row.texts(4));
    in(row, table -> table.references().add(reference));
    return reference;
  }

  private String addCheck(Row row) throws SQLException {
    String check = row.text(2);
    in(row, table -> table.checks().add(check));
    return check;
  }

  /** Views, and tables all of whose columns are computed, are left out. */
  private void in(Row row, Consumer<Table> change) throws SQLException {
    @Nullable Table table = tables.get(row.text(1));
    if (table != null) {
      change.accept(table);
    }
  }
}
