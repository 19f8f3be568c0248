package dev.croft.codegen;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * The columns with {@code @enum} and {@code @json}, held against what the database says of them. By
 * JDBC alone: jOOQ would take braces and question marks of a constraint for its own.
 */
final class TaggedColumns {

  private static final String COLUMNS =
      """
      select n.nspname, c.relname, a.attname, format_type(a.atttypid, null), d.description
      from pg_description d
      join pg_class c on d.classoid = 'pg_class'::regclass and c.oid = d.objoid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
      where d.objsubid > 0 and c.relkind in ('r', 'p') and n.nspname = any (?)
      order by n.nspname collate "C", c.relname collate "C", a.attnum
      """;

  /** Only constraints of this column alone: others depend on more than its value. */
  private static final String CHECKS =
      """
      select pg_get_expr(k.conbin, k.conrelid)
      from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and k.conkey = array[a.attnum]
      where k.contype = 'c' and k.conrelid = to_regclass(?) and a.attname = ?
      """;

  private static final String PROBE = "select set_config('croft.probe', ?, false)";

  private final Connection connection;

  TaggedColumns(Connection connection) {
    this.connection = connection;
  }

  /**
   * @throws ColumnTagException if a column is not what its tag says
   */
  List<TaggedColumn> in(Collection<String> schemas) throws SQLException {
    List<TaggedColumn> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          add(rows, columns);
        }
      }
    }
    for (TaggedColumn column : columns) {
      check(column);
    }
    return columns;
  }

  private static void add(ResultSet row, List<TaggedColumn> columns) throws SQLException {
    List<String> enums = CommentTags.enums(row.getString(5));
    List<String> records = CommentTags.records(row.getString(5));
    if (enums.isEmpty() && records.isEmpty()) {
      return;
    }
    TaggedColumn column =
        TaggedColumn.of(
            new TableName(row.getString(1), row.getString(2)),
            row.getString(3),
            row.getString(4),
            enums.stream().findFirst(),
            records.stream().findFirst());
    if (enums.size() + records.size() > 1) {
      throw ColumnTagException.both(column);
    }
    columns.add(column);
  }

  private void check(TaggedColumn column) throws SQLException {
    if (column.record().isPresent()) {
      checkRecord(column, column.record().get());
    } else {
      checkEnum(column);
    }
  }

  private static void checkRecord(TaggedColumn column, String record) {
    if (!column.type().equals("jsonb")) {
      throw ColumnTagException.notJsonb(column);
    }
    if (!SourceVersion.isName(record)) {
      throw ColumnTagException.noClass(column);
    }
  }

  private void checkEnum(TaggedColumn column) throws SQLException {
    if (!column.type().equals("text")) {
      throw ColumnTagException.notText(column);
    }
    List<String> constants = column.constants();
    if (column.literals().contains("") || new HashSet<>(constants).size() < constants.size()) {
      throw ColumnTagException.unlikeNames(column);
    }
    checkConstraints(column);
  }

  /** The server itself says which values pass, so that a constraint may be written in any way. */
  private void checkConstraints(TaggedColumn column) throws SQLException {
    List<String> conditions = conditions(column);
    for (String literal : column.literals()) {
      if (!passes(column, conditions, literal)) {
        throw ColumnTagException.refused(column, literal);
      }
    }
    for (String other : others(conditions)) {
      if (!column.literals().contains(other) && passes(column, conditions, other)) {
        throw ColumnTagException.unchecked(column, "'" + other + "'");
      }
    }
    if (passes(column, conditions, UUID.randomUUID().toString())) {
      throw ColumnTagException.unchecked(column, "any text");
    }
  }

  private List<String> conditions(TaggedColumn column) throws SQLException {
    List<String> conditions = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(CHECKS)) {
      statement.setString(1, quoted(column.table().schema()) + "." + quoted(column.table().name()));
      statement.setString(2, column.name());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          conditions.add(rows.getString(1));
        }
      }
    }
    return conditions;
  }

  /** What else a constraint might let pass: whatever stands in quotes in it. */
  private static List<String> others(List<String> conditions) {
    return conditions.stream()
        .flatMap(condition -> Stream.of(condition.split("'", -1)))
        .distinct()
        .toList();
  }

  private boolean passes(TaggedColumn column, List<String> conditions, String value)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PROBE)) {
      statement.setString(1, value);
      statement.execute();
    }
    for (String condition : conditions) {
      if (!passes(column, condition)) {
        return false;
      }
    }
    return true;
  }

  /** Without parameters, for a question mark in the condition would be taken for one. */
  private boolean passes(TaggedColumn column, String condition) throws SQLException {
    String sql =
        "select (%s) is not false from (select current_setting('croft.probe') as %s) as probe"
            .formatted(condition, quoted(column.name()));
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() && result.getBoolean(1);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
