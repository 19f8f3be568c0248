package dev.croft.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The address that a member uses in a tenant, instead of their own.
 *
 * @param emailAddress unique in the tenant, regardless of case
 */
public record MemberEmailAddress(
    UserId userId, String emailAddress, Instant createdAt, Instant updatedAt) {
  public MemberEmailAddress {
    requireNonNull(userId, "userId");
    requireNonNull(emailAddress, "emailAddress");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(updatedAt, "updatedAt");
  }

  /** Without the address, which is personal. */
  @Override
  public String toString() {
    return "MemberEmailAddress[userId=%s]".formatted(userId);
  }
}
