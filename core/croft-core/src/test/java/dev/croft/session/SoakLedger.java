package dev.croft.session;

import dev.croft.isolation.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the units of a soak were told, to be compared with what the database holds. */
final class SoakLedger {
  private final Map<String, TenantId> acknowledged = new ConcurrentHashMap<>();
  private final Set<String> undone = ConcurrentHashMap.newKeySet();
  private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

  void acknowledged(TenantId tenant, String name) {
    acknowledged.put(name, tenant);
  }

  /** What failed in a way that says that nothing was kept, unless it was acknowledged before. */
  void undone(String name) {
    if (!acknowledged.containsKey(name)) {
      undone.add(name);
    }
  }

  void leak(String found) {
    leaks.add(found);
  }

  List<String> leaks() {
    return List.copyOf(leaks);
  }

  int writes() {
    return acknowledged.size();
  }

  /** What is wrong with {@code rows}, which hold the names of roles and the tenant of each. */
  List<String> differences(Map<String, TenantId> rows) {
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
