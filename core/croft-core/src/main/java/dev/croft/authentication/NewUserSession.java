package dev.croft.authentication;

import static java.util.Objects.requireNonNull;

import dev.croft.identity.UserId;
import java.time.Duration;
import java.util.Optional;

/**
 * A session to be opened, once somebody has shown who they are.
 *
 * @param validity how long it is good for, by the clock of the server
 * @param ipAddress where the sign-in came from, in digits, if it is known; what follows a percent
 *     sign, the zone, is left out
 * @param userAgent what the device said of itself, if it did; its first 1,000 characters are kept
 */
public record NewUserSession(
    UserId userId, Duration validity, Optional<String> ipAddress, Optional<String> userAgent) {
  private static final int MAXIMUM_LENGTH = 1_000;

  public NewUserSession {
    requireNonNull(userId, "userId");
    requireNonNull(validity, "validity");
    ipAddress = ipAddress.map(NewUserSession::withoutZone);
    userAgent = userAgent.map(NewUserSession::shortened);
  }

  /** A session of {@code user}, on a device of which nothing is known. */
  public static NewUserSession of(UserId user, Duration validity) {
    return new NewUserSession(user, validity, Optional.empty(), Optional.empty());
  }

  /** This session, on a device of which something is known. */
  public NewUserSession from(String newIpAddress, String newUserAgent) {
    return new NewUserSession(
        userId, validity, Optional.of(newIpAddress), Optional.of(newUserAgent));
  }

  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }

  /** Devices say what they like: nobody is kept out for saying too much. */
  private static String shortened(String text) {
    String plain = text.replace("\0", "");
    return plain.codePointCount(0, plain.length()) <= MAXIMUM_LENGTH
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, MAXIMUM_LENGTH));
  }

  /** Without what is known of the device. */
  @Override
  public String toString() {
    return "NewUserSession[userId=%s]".formatted(userId);
  }
}
