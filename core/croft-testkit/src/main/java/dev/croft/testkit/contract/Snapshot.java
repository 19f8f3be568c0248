package dev.croft.testkit.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tables held when a database was new, to be put back after each call that changed it. */
final class Snapshot implements AutoCloseable {
  private final Database superuser;
  private final Map<String, List<String>> rows = new LinkedHashMap<>();

  /** Of {@code tables}, which a superuser reads and writes past every fence, trigger and key. */
  Snapshot(Database superuser, List<TableShape> tables) {
    this.superuser = superuser;
    superuser.execute("set session_replication_role = replica");
    for (TableShape table : tables) {
      String sql = "select t::text from %s t".formatted(table.name());
      rows.put(table.name(), superuser.strings(sql));
    }
  }

  void restore(String table) {
    superuser.execute("delete from " + table);
    superuser.execute(
        """
        insert into %1$s (%2$s) overriding system value
        select %3$s from unnest(?::text[]) x (stored), lateral (select (stored::%1$s).*) t
        """
            .formatted(table, columns(table, ""), columns(table, "t.")),
        rows.getOrDefault(table, List.of()));
  }

  /** All that can be written, each after {@code prefix}. */
  private String columns(String table, String prefix) {
    return superuser
        .strings(
            """
            select string_agg('%1$s' || quote_ident(attname), ', ' order by attnum)
            from pg_attribute
            where attrelid = '%2$s'::regclass and attnum > 0 and not attisdropped
              and attgenerated = ''
            """
                .formatted(prefix, table))
        .getFirst();
  }

  @Override
  public void close() {
    superuser.close();
  }
}
