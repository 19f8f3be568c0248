package dev.croft.isolation;

import java.util.Set;
import org.jooq.Name;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.impl.QOM;

/** What kind of thing stands in a FROM clause. */
final class Tables {
  /** jOOQ's own table expressions that have no type in its object model. */
  private static final Set<String> EXPRESSIONS =
      Set.of(
          "org.jooq.impl.AliasedSelect",
          "org.jooq.impl.ArrayTable",
          "org.jooq.impl.ArrayTableEmulation",
          "org.jooq.impl.FunctionTable",
          "org.jooq.impl.JSONTable",
          "org.jooq.impl.NoTable",
          "org.jooq.impl.XMLTable");

  private Tables() {}

  /** Whether all rows of {@code table} come from parts that are fenced by themselves. */
  static boolean holdsNoRowsOfItsOwn(Table<?> table) {
    return table instanceof QOM.DerivedTable
        || table instanceof QOM.Values
        || table instanceof QOM.Dual
        || table instanceof QOM.GenerateSeries
        || table instanceof QOM.WithOrdinalityTable
        || table instanceof QOM.RowsFrom
        || EXPRESSIONS.contains(table.getClass().getName());
  }

  /** Whether jOOQ puts the table and the condition of a derived table in its place, unfenced. */
  static boolean isInlined(Table<?> table) {
    return table.getClass().getName().equals("org.jooq.impl.InlineDerivedTable");
  }

  /** Whether the table is text of the caller's, or of a routine's. */
  static boolean isText(Table<?> table) {
    return table.getClass().getName().equals("org.jooq.impl.SQLTable");
  }

  /** The same as a derived table that is rendered as such. */
  static Table<?> derived(QOM.DerivedTable<?> inlined) {
    return inlined.$arg1().asTable(inlined.getUnqualifiedName());
  }

  /**
   * Whether {@code table} is what its class was generated for: a renamed one stands for another.
   */
  static boolean isGenerated(Table<?> table) {
    Table<?> original = table.getSchema() == null ? unaliased(table) : table;
    Schema schema = original.getSchema();
    Table<?> declared = schema == null ? null : schema.getTable(original.getName());
    return declared != null && declared.getClass().equals(original.getClass());
  }

  /** Whether {@code table} is a join of nothing but generated tables, as one along paths is. */
  static boolean areGenerated(Table<?> table) {
    if (table instanceof QOM.JoinTable<?, ?> join) {
      return areGenerated(join.$table1()) && areGenerated(join.$table2());
    }
    return isGenerated(table instanceof QOM.TableAlias<?> alias ? alias.$table() : table);
  }

  /** A generated table keeps what it is an alias of to itself, but not when aliased anew. */
  private static Table<?> unaliased(Table<?> table) {
    Table<?> aliased = table.as(table.getUnqualifiedName(), new Name[0]);
    return aliased instanceof QOM.TableAlias<?> alias ? alias.$table() : table;
  }

  /** The name for messages: schema and table, or the alias. Plain SQL may hold values. */
  static String name(Table<?> table) {
    Schema schema = table.getSchema();
    if (table.getClass().getName().equals("org.jooq.impl.SQLTable")) {
      return "of plain SQL";
    }
    return schema == null || schema.getName().isEmpty()
        ? String.join(".", table.getQualifiedName().getName())
        : "%s.%s".formatted(schema.getName(), table.getName());
  }
}
