package dev.croft.identity;

import static dev.croft.schema.public_.Tables.USERS;

import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.schema.public_.tables.records.UsersRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The reads that tenant and system sessions have in common; what they see differs. */
final class UserRows {
  private final DSLContext dsl;

  UserRows(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<User> find(UserId id) {
    return find(USERS.ID.eq(id.value()));
  }

  Optional<User> findByEmailAddress(String emailAddress) {
    return find(DSL.lower(USERS.EMAIL_ADDRESS).eq(DSL.lower(DSL.val(emailAddress))));
  }

  private Optional<User> find(Condition condition) {
    return dsl.selectFrom(USERS).where(condition.and(notDeleted())).fetchOptional(UserRows::toUser);
  }

  Page<User> page(PageRequest request) {
    List<User> rows =
        dsl.selectFrom(USERS)
            .where(request.afterId().map(USERS.ID::gt).orElseGet(DSL::noCondition))
            .and(notDeleted())
            .orderBy(USERS.ID)
            .limit(request.limit())
            .fetch(UserRows::toUser);
    return request.page(rows, user -> user.id().value());
  }

  static Condition notDeleted() {
    return USERS.DELETED_AT.isNull();
  }

  static User toUser(UsersRecord row) {
    return new User(
        new UserId(row.getId()),
        row.getEmailAddress(),
        row.getVersion(),
        row.getCreatedAt(),
        row.getUpdatedAt(),
        Optional.ofNullable(row.getDeletedAt()));
  }
}
