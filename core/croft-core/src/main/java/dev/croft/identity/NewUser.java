package dev.croft.identity;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * A person to be registered, with their profile.
 *
 * @param emailAddress unique among people, regardless of case
 * @param fullName the whole name, as the person writes it
 * @param givenName the given name, if they tell one
 * @param familyName the family name, if they tell one
 * @param locale the language that they read in, if they chose one
 */
public record NewUser(
    String emailAddress,
    String fullName,
    Optional<String> givenName,
    Optional<String> familyName,
    Optional<Locale> locale) {
  public NewUser {
    requireNonNull(emailAddress, "emailAddress");
    requireNonNull(fullName, "fullName");
    requireNonNull(givenName, "givenName");
    requireNonNull(familyName, "familyName");
    requireNonNull(locale, "locale");
  }

  /** A person who tells no more than their address and their name. */
  public static NewUser of(String emailAddress, String fullName) {
    return new NewUser(
        emailAddress, fullName, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** This person, who tells which parts their name has. */
  public NewUser named(String newGivenName, String newFamilyName) {
    return new NewUser(
        emailAddress, fullName, Optional.of(newGivenName), Optional.of(newFamilyName), locale);
  }

  /** This person, who reads in a language. */
  public NewUser reading(Locale newLocale) {
    return new NewUser(emailAddress, fullName, givenName, familyName, Optional.of(newLocale));
  }

  /** Without what tells who they are. */
  @Override
  public String toString() {
    return "NewUser";
  }
}
