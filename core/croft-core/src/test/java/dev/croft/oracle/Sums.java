package dev.croft.oracle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sums of all rows, table by table and tenant by tenant. Those of other tenants count as they
 * are; those of the tenant itself without what the database makes up: times, and new ids.
 */
record Sums(Map<String, String> own, Map<String, String> others) {
  private static final String SQL =
      "with mine (id) as (values (?::uuid)) "
          + Stream.of(Entity.values()).map(Sums::sum).collect(Collectors.joining(" union all "));

  private static String sum(Entity entity) {
    return """
        select '%1$s', %2$s::text,
          count(*) || '/' || sum(case when %2$s = mine.id
            then jsonb_hash_extended(to_jsonb(t) - '{created_at,updated_at}'::text[]
              || jsonb_build_object('id', case when %3$s::text like '00000000-%%' then %3$s end), 0)
            else hash_record_extended(t, 0) end)
        from %1$s t cross join mine group by 2
        """
        .formatted(
            entity.qualifiedName(),
            switch (entity) {
              case TENANT -> "t.id";
              case PERSON, PRIORITY -> "null::uuid";
              default -> "t.tenant_id";
            },
            entity.table().field("id") == null ? "null" : "t.id");
  }

  static Sums of(Connection connection, UUID tenant) throws SQLException {
    Map<String, String> own = new TreeMap<>();
    Map<String, String> others = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setString(1, tenant.toString());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String owner = rows.getString(2);
          (tenant.toString().equals(owner) ? own : others)
              .put(rows.getString(1) + " of " + owner, rows.getString(3));
        }
      }
    }
    return new Sums(own, others);
  }
}
