package dev.croft.identity;

import static dev.croft.schema.public_.Tables.USERS;

import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** All people. A person exists once, whatever the number of tenants, so only the system writes. */
public final class SystemUserRepository {
  private final DSLContext dsl;
  private final UserRows rows;

  private SystemUserRepository(DSLContext dsl) {
    this.dsl = dsl;
    this.rows = new UserRows(dsl);
  }

  /** All people, as {@code session} may reach them. */
  public static SystemUserRepository in(SystemSession session) {
    return new SystemUserRepository(session.dsl());
  }

  /**
   * Registers a person.
   *
   * @throws dev.croft.exception.DuplicateKeyException when the address is taken, in any case
   */
  public User create(String emailAddress) {
    return UserRows.toUser(
        dsl.insertInto(USERS).set(USERS.EMAIL_ADDRESS, emailAddress).returning().fetchSingle());
  }

  /** Finds a person who is not deleted. */
  public Optional<User> find(UserId id) {
    return rows.find(id);
  }

  /** Finds a person who is not deleted by address, regardless of case. */
  public Optional<User> findByEmailAddress(String emailAddress) {
    return rows.findByEmailAddress(emailAddress);
  }

  /** Lists people who are not deleted, in the order in which they were registered. */
  public Page<User> page(PageRequest request) {
    return rows.page(request);
  }

  /**
   * Writes the address of {@code user}, and returns them at their next version.
   *
   * @throws StaleVersionException when they changed or were deleted since they were read
   * @throws dev.croft.exception.DuplicateKeyException when the address is taken, in any case
   */
  public User update(User user) {
    return dsl.update(USERS)
        .set(USERS.EMAIL_ADDRESS, user.emailAddress())
        .set(USERS.VERSION, USERS.VERSION.plus(1))
        .where(USERS.ID.eq(user.id().value()).and(USERS.VERSION.eq(user.version())))
        .and(UserRows.notDeleted())
        .returning()
        .fetchOptional(UserRows::toUser)
        .orElseThrow(() -> stale(user));
  }

  /**
   * Soft-deletes {@code user}: no repository finds them, and their memberships stay.
   *
   * @throws StaleVersionException when they changed or were deleted since they were read
   */
  public void delete(User user) {
    int changed =
        dsl.update(USERS)
            .set(USERS.DELETED_AT, DSL.currentInstant())
            .set(USERS.VERSION, USERS.VERSION.plus(1))
            .where(USERS.ID.eq(user.id().value()).and(USERS.VERSION.eq(user.version())))
            .and(UserRows.notDeleted())
            .execute();
    if (changed == 0) {
      throw stale(user);
    }
  }

  /**
   * Takes a soft delete back.
   *
   * @throws NotFoundException when there is no deleted person with that id
   */
  public User restore(UserId id) {
    return dsl.update(USERS)
        .setNull(USERS.DELETED_AT)
        .set(USERS.VERSION, USERS.VERSION.plus(1))
        .where(USERS.ID.eq(id.value()).and(USERS.DELETED_AT.isNotNull()))
        .returning()
        .fetchOptional(UserRows::toUser)
        .orElseThrow(() -> new NotFoundException("deleted user", id.toString()));
  }

  private static StaleVersionException stale(User user) {
    return new StaleVersionException("user", user.id().toString(), user.version());
  }
}
