package dev.croft.authentication;

import static java.util.Objects.requireNonNull;

import dev.croft.identity.UserId;
import dev.croft.isolation.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody is signed in as a person, on one device.
 *
 * @param ipAddress where the sign-in came from, in digits, if it is known
 * @param userAgent what the device said of itself, if it did
 * @param activeTenant the tenant that the session works in, if one was chosen and the person is
 *     still an active member of it
 * @param impersonator who uses the session, where that is not the person
 */
public record UserSession(
    UserSessionId id,
    UserId userId,
    Instant expiresAt,
    Optional<String> ipAddress,
    Optional<String> userAgent,
    Optional<TenantId> activeTenant,
    Optional<UserId> impersonator,
    Instant createdAt) {
  public UserSession {
    requireNonNull(id, "id");
    requireNonNull(userId, "userId");
    requireNonNull(expiresAt, "expiresAt");
    requireNonNull(ipAddress, "ipAddress");
    requireNonNull(userAgent, "userAgent");
    requireNonNull(activeTenant, "activeTenant");
    requireNonNull(impersonator, "impersonator");
    requireNonNull(createdAt, "createdAt");
  }

  /** Without what is known of the device. */
  @Override
  public String toString() {
    return "UserSession[id=%s, userId=%s]".formatted(id, userId);
  }
}
