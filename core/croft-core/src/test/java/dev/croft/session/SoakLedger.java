package dev.croft.session;

import dev.croft.fixture.Village;
import dev.croft.isolation.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the units of a soak were told, to be compared with what the database holds. */
public final class SoakLedger {
  private final Map<String, TenantId> acknowledged = new ConcurrentHashMap<>();
  private final Set<String> undone = ConcurrentHashMap.newKeySet();
  private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

  public void acknowledged(TenantId tenant, String name) {
    acknowledged.put(name, tenant);
  }

  /** What failed in a way that says that nothing was kept, unless it was acknowledged before. */
  public void undone(String name) {
    if (!acknowledged.containsKey(name)) {
      undone.add(name);
    }
  }

  public void leak(String found) {
    leaks.add(found);
  }

  public List<String> leaks() {
    return List.copyOf(leaks);
  }

  public int writes() {
    return acknowledged.size();
  }

  /** The names of the roles that units wrote, and the tenant of each. */
  public static Map<String, TenantId> rows(Village village) throws SQLException {
    Map<String, TenantId> rows = new HashMap<>();
    try (Connection connection = village.database().connect(village.database().superuser());
        Statement statement = connection.createStatement();
        ResultSet roles =
            statement.executeQuery("select name, tenant_id from auth.roles where name ~ '-'")) {
      while (roles.next()) {
        rows.put(roles.getString(1), new TenantId(roles.getObject(2, UUID.class)));
      }
    }
    return rows;
  }

  /** What is wrong with {@code rows}, which hold the names of roles and the tenant of each. */
  public List<String> differences(Map<String, TenantId> rows) {
    List<String> found = new ArrayList<>();
    acknowledged.forEach(
        (name, tenant) -> {
          if (!tenant.equals(rows.get(name))) {
            found.add(
                "acknowledged for %s, found for %s: %s".formatted(tenant, rows.get(name), name));
          }
        });
    Set<String> kept = new TreeSet<>(undone);
    kept.retainAll(rows.keySet());
    kept.forEach(name -> found.add("failed, and kept all the same: " + name));
    rows.forEach(
        (name, tenant) -> {
          if (!name.startsWith(tenant.toString())) {
            found.add("written for %s: %s".formatted(tenant, name));
          }
        });
    return found;
  }
}
