package dev.croft.migrations.locks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The relations of a database as a transaction sees them, by their object identifiers. */
record Relations(Map<Long, Relation> byId) {
  private static final String QUERY =
      """
      select c.oid::bigint, c.oid::regclass::text, pg_relation_filenode(c.oid)::bigint,
        c.relkind in ('i', 'I'), coalesce(i.indrelid, 0)::bigint,
        case when c.reltuples >= 0 then c.reltuples::bigint end,
        case when c.relkind in ('r', 'm', 'i') then pg_relation_size(c.oid) else 0 end,
        pg_stat_get_xact_tuples_returned(c.oid)
      from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        left join pg_index i on i.indexrelid = c.oid
      where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f', 'i', 'I')
        and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'croft_migrations')
      """;

  /**
   * One relation.
   *
   * @param file the number of the file that holds it; 0 if none does
   * @param table the table of an index
   * @param rowsRead in this transaction
   */
  record Relation(
      String name,
      long file,
      boolean isIndex,
      long table,
      OptionalLong rows,
      long bytes,
      long rowsRead) {}

  static Relations in(Connection connection) throws SQLException {
    Map<Long, Relation> byId = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      while (row.next()) {
        byId.put(row.getLong(1), relation(row));
      }
    }
    return new Relations(byId);
  }

  private static Relation relation(ResultSet row) throws SQLException {
    long rows = row.getLong(6);
    OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(rows);
    return new Relation(
        row.getString(2),
        row.getLong(3),
        row.getBoolean(4),
        row.getLong(5),
        known,
        row.getLong(7),
        row.getLong(8));
  }
}
