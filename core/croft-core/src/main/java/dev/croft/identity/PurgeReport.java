package dev.croft.identity;

import static java.util.Objects.requireNonNull;

import dev.croft.isolation.TenantId;
import java.util.Map;

/**
 * What a purge took out of the database.
 *
 * @param rows how many rows, by table; without those that went with the tenant's own row, which are
 *     those of append-only tables
 */
public record PurgeReport(TenantId tenant, Map<String, Long> rows) {
  public PurgeReport {
    requireNonNull(tenant, "tenant");
    rows = Map.copyOf(rows);
  }
}
