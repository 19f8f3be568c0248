package dev.croft.authentication;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies one session of a person. It lets nobody in; that takes the {@link SessionToken}. */
public record UserSessionId(UUID value) {
  public UserSessionId {
    requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
