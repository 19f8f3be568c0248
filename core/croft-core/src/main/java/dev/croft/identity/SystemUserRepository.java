package dev.croft.identity;

import static dev.croft.schema.public_.Tables.USERS;

import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * All people. A person exists once, whatever the number of tenants, so only the system writes. The
 * audit log of the system tells of each change, without what changed.
 */
public final class SystemUserRepository {
  private final SystemSession session;
  private final UserRows rows;

  private SystemUserRepository(SystemSession session) {
    this.session = session;
    this.rows = new UserRows(session.dsl());
  }

  /** All people, as {@code session} may reach them. */
  public static SystemUserRepository in(SystemSession session) {
    return new SystemUserRepository(session);
  }

  /**
   * Registers a person.
   *
   * @throws dev.croft.exception.DuplicateKeyException when the address is taken, in any case
   */
  public User create(String emailAddress) {
    return recorded(
        "create",
        dsl ->
            dsl.insertInto(USERS)
                .set(USERS.EMAIL_ADDRESS, emailAddress)
                .returning()
                .fetchSingle(UserRows::toUser));
  }

  /**
   * Registers a person with their profile, in one transaction. Of two callers with one address, one
   * succeeds, and the other leaves nothing.
   *
   * @throws dev.croft.exception.DuplicateKeyException when the address is taken, in any case
   */
  public User create(NewUser person) {
    return session.transactionResult(
        tx -> {
          User user = in(tx).create(person.emailAddress());
          SystemUserProfileRepository.insert(tx.dsl(), user.id(), person);
          return user;
        });
  }

  private User recorded(String action, Function<DSLContext, User> change) {
    return session.transactionResult(
        tx -> {
          User user = change.apply(tx.dsl());
          SystemAuditLogRepository.in(tx).append(IdentityLog.user(action, user.id()));
          return user;
        });
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
    return recorded(
        "update",
        dsl ->
            dsl.update(USERS)
                .set(USERS.EMAIL_ADDRESS, user.emailAddress())
                .set(USERS.VERSION, USERS.VERSION.plus(1))
                .where(isRead(user))
                .returning()
                .fetchOptional(UserRows::toUser)
                .orElseThrow(() -> stale(user)));
  }

  /**
   * Soft-deletes {@code user}: no repository finds them, and their memberships stay.
   *
   * @throws StaleVersionException when they changed or were deleted since they were read
   */
  public void delete(User user) {
    recorded(
        "delete",
        dsl ->
            dsl.update(USERS)
                .set(USERS.DELETED_AT, DSL.currentInstant())
                .set(USERS.VERSION, USERS.VERSION.plus(1))
                .where(isRead(user))
                .returning()
                .fetchOptional(UserRows::toUser)
                .orElseThrow(() -> stale(user)));
  }

  /**
   * Takes a soft delete back.
   *
   * @throws NotFoundException when there is no deleted person with that id
   */
  public User restore(UserId id) {
    return recorded(
        "restore",
        dsl ->
            dsl.update(USERS)
                .setNull(USERS.DELETED_AT)
                .set(USERS.VERSION, USERS.VERSION.plus(1))
                .where(USERS.ID.eq(id.value()).and(USERS.DELETED_AT.isNotNull()))
                .returning()
                .fetchOptional(UserRows::toUser)
                .orElseThrow(() -> new NotFoundException("deleted user", id.toString())));
  }

  private static Condition isRead(User user) {
    return USERS
        .ID
        .eq(user.id().value())
        .and(USERS.VERSION.eq(user.version()))
        .and(UserRows.notDeleted());
  }

  private static StaleVersionException stale(User user) {
    return new StaleVersionException("user", user.id().toString(), user.version());
  }
}
