package dev.croft.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A person, as they were when they were read.
 *
 * @param emailAddress unique among people, regardless of case
 * @param deletedAt when they were soft-deleted, if they were
 */
public record User(
    UserId id,
    String emailAddress,
    long version,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> deletedAt) {
  public User {
    requireNonNull(id, "id");
    requireNonNull(emailAddress, "emailAddress");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(updatedAt, "updatedAt");
    requireNonNull(deletedAt, "deletedAt");
  }

  /** This person at another address. */
  public User reachableAt(String newEmailAddress) {
    return new User(id, newEmailAddress, version, createdAt, updatedAt, deletedAt);
  }

  /** Without the address, which is personal. */
  @Override
  public String toString() {
    return "User[id=%s, version=%d]".formatted(id, version);
  }
}
