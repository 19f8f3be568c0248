package dev.croft.observation;

import dev.croft.isolation.TenantId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the statements of the busiest tenants in bounded space, whatever the number of tenants:
 * the Space-Saving algorithm (Metwally, Agrawal, El Abbadi: Efficient Computation of Frequent and
 * Top-k Elements in Data Streams, 2005). A tenant with more than 1/{@code capacity} of all
 * statements is among those counted; a count is never too low, and too high by at most that share.
 */
final class BusiestTenants {
  private static final Comparator<Map.Entry<TenantId, Long>> BUSIEST_FIRST =
      Map.Entry.<TenantId, Long>comparingByValue().reversed();

  private final int capacity;
  private final Map<TenantId, Long> counts = new HashMap<>();

  BusiestTenants(int capacity) {
    this.capacity = capacity;
  }

  synchronized void count(TenantId tenant) {
    if (counts.containsKey(tenant) || counts.size() < capacity) {
      counts.merge(tenant, 1L, Long::sum);
    } else {
      Map.Entry<TenantId, Long> least =
          counts.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
      long count = least.getValue() + 1;
      counts.remove(least.getKey());
      counts.put(tenant, count);
    }
  }

  /** The busiest, with their counts since the last call, the busiest first. */
  synchronized List<Map.Entry<TenantId, Long>> takeTop(int size) {
    List<Map.Entry<TenantId, Long>> top =
        counts.entrySet().stream()
            .sorted(BUSIEST_FIRST)
            .limit(size)
            .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
            .toList();
    counts.clear();
    return top;
  }
}
