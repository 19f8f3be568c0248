package dev.croft.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * That a person may not sign in.
 *
 * @param reason why, in the words of who banned them
 * @param expiresAt until when; empty until somebody lifts the ban
 * @param createdAt since when
 */
public record UserBan(
    UserId userId, String reason, Optional<Instant> expiresAt, Instant createdAt) {
  public UserBan {
    requireNonNull(userId, "userId");
    requireNonNull(reason, "reason");
    requireNonNull(expiresAt, "expiresAt");
    requireNonNull(createdAt, "createdAt");
  }

  /** Without the reason. */
  @Override
  public String toString() {
    return "UserBan[userId=%s]".formatted(userId);
  }
}
