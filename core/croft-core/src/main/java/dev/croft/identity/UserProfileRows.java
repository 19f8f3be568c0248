package dev.croft.identity;

import static dev.croft.schema.public_.Tables.USERS;
import static dev.croft.schema.public_.Tables.USER_ONBOARDINGS;
import static dev.croft.schema.public_.Tables.USER_PICTURES;
import static dev.croft.schema.public_.Tables.USER_PROFILES;

import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.schema.public_.tables.records.UserProfilesRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The reads that tenant and system sessions have in common; what they see differs. */
record UserProfileRows(DSLContext dsl) {

  Optional<UserProfile> find(UserId user) {
    return profiles(USER_PROFILES.USER_ID.eq(user.value()))
        .fetchOptional(row -> toProfile(row.into(USER_PROFILES)));
  }

  Page<UserProfile> page(PageRequest request) {
    List<UserProfile> rows =
        profiles(request.afterId().map(USER_PROFILES.USER_ID::gt).orElseGet(DSL::noCondition))
            .orderBy(USER_PROFILES.USER_ID)
            .limit(request.limit())
            .fetch(row -> toProfile(row.into(USER_PROFILES)));
    return request.page(rows, profile -> profile.userId().value());
  }

  private SelectConditionStep<Record> profiles(Condition condition) {
    return dsl.select(USER_PROFILES.fields())
        .from(USER_PROFILES)
        .join(USERS)
        .on(USERS.ID.eq(USER_PROFILES.USER_ID))
        .where(condition)
        .and(UserRows.notDeleted());
  }

  Optional<String> picture(UserId user) {
    return fact(USER_PICTURES, USER_PICTURES.USER_ID, USER_PICTURES.URL, user);
  }

  Optional<Instant> onboardedAt(UserId user) {
    return fact(USER_ONBOARDINGS, USER_ONBOARDINGS.USER_ID, USER_ONBOARDINGS.COMPLETED_AT, user);
  }

  <T> Optional<T> fact(Table<?> table, Field<UUID> person, Field<T> value, UserId user) {
    return dsl.select(value)
        .from(table)
        .join(USERS)
        .on(USERS.ID.eq(person))
        .where(person.eq(user.value()))
        .and(UserRows.notDeleted())
        .fetchOptional(value);
  }

  static UserProfile toProfile(UserProfilesRecord row) {
    return new UserProfile(
        new UserId(row.getUserId()),
        row.getFullName(),
        Optional.ofNullable(row.getGivenName()),
        Optional.ofNullable(row.getFamilyName()),
        Optional.ofNullable(row.getLocale()).map(Locale::forLanguageTag),
        row.getVersion(),
        row.getCreatedAt(),
        row.getUpdatedAt());
  }
}
