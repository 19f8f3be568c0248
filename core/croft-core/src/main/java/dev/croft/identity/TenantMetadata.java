package dev.croft.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;

/**
 * What a tenant notes of itself, as it was when it was read.
 *
 * @param values names and texts
 * @param version counts the changes, from 1
 */
public record TenantMetadata(
    Map<String, String> values, long version, Instant createdAt, Instant updatedAt) {
  public TenantMetadata {
    values = Map.copyOf(values);
    requireNonNull(createdAt, "createdAt");
    requireNonNull(updatedAt, "updatedAt");
  }

  /** These notes with other names and texts. */
  public TenantMetadata withValues(Map<String, String> newValues) {
    return new TenantMetadata(newValues, version, createdAt, updatedAt);
  }

  /** Without the names and texts. */
  @Override
  public String toString() {
    return "TenantMetadata[version=%d]".formatted(version);
  }
}
