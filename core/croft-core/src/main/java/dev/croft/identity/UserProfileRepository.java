package dev.croft.identity;

import dev.croft.exception.NotFoundException;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.TenantSession;
import java.time.Instant;
import java.util.Optional;

/**
 * How the members of one tenant are called. A person who is not a member is indistinguishable from
 * one who does not exist; of members who are deleted nothing is shown. Profiles are written by
 * {@link SystemUserProfileRepository}.
 */
public final class UserProfileRepository {
  private final UserProfileRows rows;

  private UserProfileRepository(UserProfileRows rows) {
    this.rows = rows;
  }

  /** The profiles of the members of {@code session}'s tenant. */
  public static UserProfileRepository in(TenantSession session) {
    return new UserProfileRepository(new UserProfileRows(session.dsl()));
  }

  /** Finds the profile of a member; empty also where they were registered without one. */
  public Optional<UserProfile> find(UserId user) {
    return rows.find(user);
  }

  /**
   * Returns the profile of a member.
   *
   * @throws NotFoundException when the tenant has no such member, or they have no profile
   */
  public UserProfile get(UserId user) {
    return find(user).orElseThrow(() -> new NotFoundException("user profile", user.toString()));
  }

  /** Lists the profiles of members, in the order in which these were registered. */
  public Page<UserProfile> page(PageRequest request) {
    return rows.page(request);
  }

  /** Where the picture of a member is, as an https address; empty where they show none. */
  public Optional<String> picture(UserId user) {
    return rows.picture(user);
  }

  /** When a member came to the end of the introduction to the service; empty where not yet. */
  public Optional<Instant> onboardedAt(UserId user) {
    return rows.onboardedAt(user);
  }
}
