package dev.croft.identity;

import dev.croft.exception.NotFoundException;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.TenantSession;
import java.util.Optional;

/**
 * The people that one tenant knows: its members. A person who is not a member is indistinguishable
 * from one who does not exist. People are written by {@link SystemUserRepository}.
 */
public final class UserRepository {
  private final UserRows rows;

  private UserRepository(UserRows rows) {
    this.rows = rows;
  }

  /** The members of {@code session}'s tenant. */
  public static UserRepository in(TenantSession session) {
    return new UserRepository(new UserRows(session.dsl()));
  }

  /** Finds a member who is not deleted. */
  public Optional<User> find(UserId id) {
    return rows.find(id);
  }

  /** Finds a member who is not deleted by address, regardless of case. */
  public Optional<User> findByEmailAddress(String emailAddress) {
    return rows.findByEmailAddress(emailAddress);
  }

  /**
   * Returns a member who is not deleted.
   *
   * @throws NotFoundException when the tenant has no such member
   */
  public User get(UserId id) {
    return find(id).orElseThrow(() -> new NotFoundException("user", id.toString()));
  }

  /** Lists members who are not deleted, in the order in which they were registered. */
  public Page<User> page(PageRequest request) {
    return rows.page(request);
  }
}
