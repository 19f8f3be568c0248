package dev.croft.identity;

import static java.util.Objects.requireNonNull;

import dev.croft.session.Actor;
import java.util.UUID;

/** Identifies one person, whatever the number of tenants that know them. */
public record UserId(UUID value) {
  public UserId {
    requireNonNull(value, "value");
  }

  /** This person, as who acts. */
  public Actor actor() {
    return Actor.user(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
