package dev.croft.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How a person is called, as it was when it was read.
 *
 * @param fullName the whole name, as the person writes it
 * @param givenName the given name, if they tell one
 * @param familyName the family name, if they tell one
 * @param locale the language that they read in, if they chose one
 */
public record UserProfile(
    UserId userId,
    String fullName,
    Optional<String> givenName,
    Optional<String> familyName,
    Optional<Locale> locale,
    long version,
    Instant createdAt,
    Instant updatedAt) {
  public UserProfile {
    requireNonNull(userId, "userId");
    requireNonNull(fullName, "fullName");
    requireNonNull(givenName, "givenName");
    requireNonNull(familyName, "familyName");
    requireNonNull(locale, "locale");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(updatedAt, "updatedAt");
  }

  /** This profile under another name, whose parts are not told. */
  public UserProfile renamed(String newFullName) {
    return named(newFullName, Optional.empty(), Optional.empty());
  }

  /** This profile under another name. */
  public UserProfile named(
      String newFullName, Optional<String> newGivenName, Optional<String> newFamilyName) {
    return new UserProfile(
        userId, newFullName, newGivenName, newFamilyName, locale, version, createdAt, updatedAt);
  }

  /** This profile, with the language that the person reads in. */
  public UserProfile reading(Optional<Locale> newLocale) {
    return new UserProfile(
        userId, fullName, givenName, familyName, newLocale, version, createdAt, updatedAt);
  }

  /** Without the names. */
  @Override
  public String toString() {
    return "UserProfile[userId=%s, version=%d]".formatted(userId, version);
  }
}
