package dev.croft.session;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.UUID;

/**
 * Who acts, as the audit log names them. It is the application's word: Croft records it beside the
 * login of the database, which the server knows by itself, and cannot check it.
 *
 * @param kind what kind of actor it is
 * @param name the id of a user, or the name of a service or login; no address and no person's name
 */
public record Actor(Kind kind, String name) {
  private static final int MAXIMUM_LENGTH = 200;

  public Actor {
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
    if (name.isEmpty() || !name.equals(name.strip()) || name.length() > MAXIMUM_LENGTH) {
      throw new IllegalArgumentException(
          "An actor has a name of 1 to %d characters, without blanks around it"
              .formatted(MAXIMUM_LENGTH));
    }
    if (kind == Kind.USER) {
      name = UUID.fromString(name).toString();
    }
  }

  /** A person, by the id of their row in {@code public.users}. */
  public static Actor user(UUID id) {
    return new Actor(Kind.USER, id.toString());
  }

  /** A program that acts by itself, for example {@code nightly-billing}. */
  public static Actor service(String name) {
    return new Actor(Kind.SERVICE, name);
  }

  /** Nobody was named, so the login of the database stands for whoever it was. */
  static Actor login(String role) {
    return new Actor(Kind.LOGIN, role);
  }

  @Override
  public String toString() {
    return "%s %s".formatted(kind.value(), name);
  }

  /** What kind of actor it is. */
  public enum Kind {
    /** A person. */
    USER,
    /** A program. */
    SERVICE,
    /** A login of the database, where nobody else was named. */
    LOGIN;

    /** As the audit log spells it. */
    public String value() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that the audit log spells so. */
    public static Kind of(String value) {
      return valueOf(value.toUpperCase(Locale.ROOT));
    }
  }
}
