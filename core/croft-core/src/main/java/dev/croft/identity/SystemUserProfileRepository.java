package dev.croft.identity;

import static dev.croft.schema.public_.Tables.USER_BIRTH_DATES;
import static dev.croft.schema.public_.Tables.USER_ONBOARDINGS;
import static dev.croft.schema.public_.Tables.USER_PICTURES;
import static dev.croft.schema.public_.Tables.USER_PROFILES;

import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.session.SystemSession;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jooq.DSLContext;

/**
 * What people tell of themselves: how they are called, a picture, their birth date, which no tenant
 * sees, and that they have been through the introduction. The audit log of the system tells of each
 * change, without what changed.
 *
 * <p>Of people who are deleted nothing is shown.
 */
public final class SystemUserProfileRepository {
  private final SystemSession session;
  private final UserProfileRows rows;

  private SystemUserProfileRepository(SystemSession session) {
    this.session = session;
    this.rows = new UserProfileRows(session.dsl());
  }

  /** The profiles of all people, as {@code session} may reach them. */
  public static SystemUserProfileRepository in(SystemSession session) {
    return new SystemUserProfileRepository(session);
  }

  /**
   * Gives a profile to a person who was registered without one.
   *
   * @throws dev.croft.exception.DuplicateKeyException when they have one
   * @throws dev.croft.exception.ForeignKeyException when there is no such person
   */
  public UserProfile create(UserId user, String fullName) {
    return session.transactionResult(
        tx -> {
          UserProfile profile = insert(tx.dsl(), user, NewUser.of("", fullName));
          log(tx, "create_profile", user);
          return profile;
        });
  }

  /** Writes what {@code person} tells of themselves, besides the address. */
  static UserProfile insert(DSLContext dsl, UserId user, NewUser person) {
    return dsl.insertInto(USER_PROFILES)
        .set(USER_PROFILES.USER_ID, user.value())
        .set(USER_PROFILES.FULL_NAME, person.fullName())
        .set(USER_PROFILES.GIVEN_NAME, person.givenName().orElse(null))
        .set(USER_PROFILES.FAMILY_NAME, person.familyName().orElse(null))
        .set(USER_PROFILES.LOCALE, person.locale().map(Locale::toLanguageTag).orElse(null))
        .returning()
        .fetchSingle(UserProfileRows::toProfile);
  }

  private static void log(SystemSession transaction, String action, UserId user) {
    SystemAuditLogRepository.in(transaction).append(IdentityLog.user(action, user));
  }

  /** Finds the profile of a person. */
  public Optional<UserProfile> find(UserId user) {
    return rows.find(user);
  }

  /**
   * Returns the profile of a person.
   *
   * @throws NotFoundException when there is no such person, or they have no profile
   */
  public UserProfile get(UserId user) {
    return find(user).orElseThrow(() -> new NotFoundException("user profile", user.toString()));
  }

  /**
   * Writes the names and the language of {@code profile}, and returns it at its next version.
   *
   * @throws StaleVersionException when it changed or was deleted since it was read
   */
  public UserProfile update(UserProfile profile) {
    return session.transactionResult(
        tx -> {
          UserProfile updated = write(tx.dsl(), profile);
          log(tx, "update_profile", profile.userId());
          return updated;
        });
  }

  private static UserProfile write(DSLContext dsl, UserProfile profile) {
    return dsl.update(USER_PROFILES)
        .set(USER_PROFILES.FULL_NAME, profile.fullName())
        .set(USER_PROFILES.GIVEN_NAME, profile.givenName().orElse(null))
        .set(USER_PROFILES.FAMILY_NAME, profile.familyName().orElse(null))
        .set(USER_PROFILES.LOCALE, profile.locale().map(Locale::toLanguageTag).orElse(null))
        .set(USER_PROFILES.VERSION, USER_PROFILES.VERSION.plus(1))
        .where(USER_PROFILES.USER_ID.eq(profile.userId().value()))
        .and(USER_PROFILES.VERSION.eq(profile.version()))
        .returning()
        .fetchOptional(UserProfileRows::toProfile)
        .orElseThrow(
            () ->
                new StaleVersionException(
                    "user profile", profile.userId().toString(), profile.version()));
  }

  /** Where the picture of a person is, as an https address; empty where they show none. */
  public Optional<String> picture(UserId user) {
    return rows.picture(user);
  }

  /**
   * Has a person show a picture, instead of the one before; of two callers the later one wins.
   *
   * @param url an https address
   * @throws dev.croft.exception.CheckException when it is none
   * @throws dev.croft.exception.ForeignKeyException when there is no such person
   */
  public void setPicture(UserId user, String url) {
    change(
        "set_picture",
        user,
        dsl ->
            dsl.insertInto(USER_PICTURES)
                .set(USER_PICTURES.USER_ID, user.value())
                .set(USER_PICTURES.URL, url)
                .onConflict(USER_PICTURES.USER_ID)
                .doUpdate()
                .set(USER_PICTURES.URL, url)
                .execute());
  }

  /** Takes the picture of a person away; no effect where they show none. */
  public void removePicture(UserId user) {
    change(
        "remove_picture",
        user,
        dsl ->
            dsl.deleteFrom(USER_PICTURES).where(USER_PICTURES.USER_ID.eq(user.value())).execute());
  }

  /** Runs a statement, and records it unless it had no effect. */
  private void change(String action, UserId user, ToIntFunction<DSLContext> statement) {
    session.transaction(
        tx -> {
          if (statement.applyAsInt(tx.dsl()) > 0) {
            log(tx, action, user);
          }
        });
  }

  /** When a person came to the end of the introduction to the service; empty where not yet. */
  public Optional<Instant> onboardedAt(UserId user) {
    return rows.onboardedAt(user);
  }

  /**
   * Notes that a person has been through the introduction; no effect where that is noted: of two
   * callers the earlier one is kept.
   *
   * @throws dev.croft.exception.ForeignKeyException when there is no such person
   */
  public void completeOnboarding(UserId user) {
    change(
        "complete_onboarding",
        user,
        dsl ->
            dsl.insertInto(USER_ONBOARDINGS)
                .set(USER_ONBOARDINGS.USER_ID, user.value())
                .onConflictDoNothing()
                .execute());
  }

  /** When a person was born, if they told. */
  public Optional<LocalDate> birthDate(UserId user) {
    return rows.fact(USER_BIRTH_DATES, USER_BIRTH_DATES.USER_ID, USER_BIRTH_DATES.BIRTH_DATE, user);
  }

  /**
   * Notes when a person was born, instead of what was noted before; of two callers the later one
   * wins.
   *
   * @throws dev.croft.exception.CheckException for a date before 1900
   * @throws dev.croft.exception.ForeignKeyException when there is no such person
   */
  public void setBirthDate(UserId user, LocalDate birthDate) {
    change(
        "set_birth_date",
        user,
        dsl ->
            dsl.insertInto(USER_BIRTH_DATES)
                .set(USER_BIRTH_DATES.USER_ID, user.value())
                .set(USER_BIRTH_DATES.BIRTH_DATE, birthDate)
                .onConflict(USER_BIRTH_DATES.USER_ID)
                .doUpdate()
                .set(USER_BIRTH_DATES.BIRTH_DATE, birthDate)
                .execute());
  }

  /** Forgets when a person was born; no effect where that is not noted. */
  public void removeBirthDate(UserId user) {
    change(
        "remove_birth_date",
        user,
        dsl ->
            dsl.deleteFrom(USER_BIRTH_DATES)
                .where(USER_BIRTH_DATES.USER_ID.eq(user.value()))
                .execute());
  }
}
