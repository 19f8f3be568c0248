package dev.croft.identity;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;

/**
 * The picture that a tenant shows as its own, as it was when it was read.
 *
 * @param url where the picture is, by https
 * @param version counts the changes, from 1
 */
public record TenantLogo(URI url, long version, Instant updatedAt) {
  public TenantLogo {
    requireNonNull(url, "url");
    requireNonNull(updatedAt, "updatedAt");
  }

  /** Without the address. */
  @Override
  public String toString() {
    return "TenantLogo[version=%d]".formatted(version);
  }
}
