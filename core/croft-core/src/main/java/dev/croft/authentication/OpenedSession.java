package dev.croft.authentication;

import static java.util.Objects.requireNonNull;

/**
 * A session and its token, which nobody can be told again.
 *
 * @param token give it to the device, and keep it nowhere else
 */
public record OpenedSession(UserSession session, SessionToken token) {
  public OpenedSession {
    requireNonNull(session, "session");
    requireNonNull(token, "token");
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "OpenedSession[id=%s]".formatted(session.id());
  }
}
