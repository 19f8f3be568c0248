package dev.croft.federation;

import static java.util.Objects.requireNonNull;

import dev.croft.identity.UserId;
import java.time.Instant;

/** That a person and somebody whom a provider names are the same. */
public record UserIdentity(
    UserIdentityId id, UserId userId, ProviderSubject subject, Instant createdAt) {
  public UserIdentity {
    requireNonNull(id, "id");
    requireNonNull(userId, "userId");
    requireNonNull(subject, "subject");
    requireNonNull(createdAt, "createdAt");
  }

  /** Without what the provider calls them. */
  @Override
  public String toString() {
    return "UserIdentity[id=%s, userId=%s]".formatted(id, userId);
  }
}
