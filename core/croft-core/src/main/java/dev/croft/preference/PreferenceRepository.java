package dev.croft.preference;

import static dev.croft.schema.public_.Tables.TENANT_PREFERENCES;
import static dev.croft.schema.public_.Tables.TENANT_USER_PREFERENCES;

import dev.croft.identity.UserId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.TenantSession;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The preferences of one tenant and of its members in it. They allow nobody anything, so that their
 * changes leave no entry in the audit log.
 *
 * <p>Preferences are set as a whole, by the tenant or by a member. Of two callers who set the same
 * at once, the later one prevails, and nothing is mixed.
 */
public final class PreferenceRepository {
  private static final PreferencesColumn OF_TENANT =
      new PreferencesColumn(TENANT_PREFERENCES.PREFERENCES);
  private static final PreferencesColumn OF_MEMBER =
      new PreferencesColumn(TENANT_USER_PREFERENCES.PREFERENCES);

  private static final Name IN_EFFECT = DSL.name("in_effect");

  private final DSLContext dsl;

  private PreferenceRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The preferences in {@code session}'s tenant. */
  public static PreferenceRepository in(TenantSession session) {
    return new PreferenceRepository(session.dsl());
  }

  /** Finds the preferences of the tenant. */
  public Optional<Preferences> find() {
    return dsl.select(OF_TENANT.parts())
        .from(TENANT_PREFERENCES)
        .fetchOptional(PreferencesColumn::toPreferences);
  }

  /** Finds the preferences that a member has set; empty also when the tenant has no such member. */
  public Optional<Preferences> find(UserId member) {
    return dsl.select(OF_MEMBER.parts())
        .from(TENANT_USER_PREFERENCES)
        .where(isOf(member))
        .fetchOptional(PreferencesColumn::toPreferences);
  }

  /**
   * The preferences that hold for a member: their own, or else the tenant's, or else {@link
   * Preferences#defaults()}. The last two hold also for whom the tenant does not know.
   */
  public Preferences inEffect(UserId member) {
    Field<JSONB> own =
        DSL.field(
            DSL.select(TENANT_USER_PREFERENCES.PREFERENCES)
                .from(TENANT_USER_PREFERENCES)
                .where(isOf(member)));
    Field<JSONB> tenants =
        DSL.field(DSL.select(TENANT_PREFERENCES.PREFERENCES).from(TENANT_PREFERENCES));
    Field<JSONB> defaults = PreferencesColumn.value(Preferences.defaults());
    Table<?> first =
        DSL.select(DSL.coalesce(own, tenants, defaults).as(IN_EFFECT)).asTable(IN_EFFECT);
    return dsl.select(new PreferencesColumn(DSL.field(IN_EFFECT, SQLDataType.JSONB)).parts())
        .from(first)
        .fetchSingle(PreferencesColumn::toPreferences);
  }

  /** Lists the members who have set a theme, in the order in which they were registered. */
  public Page<UserId> page(Theme theme, PageRequest request) {
    List<UserId> rows = members(theme, request).fetch(row -> new UserId(row.value1()));
    return request.page(rows, UserId::value);
  }

  /** By the column that the server derives: an index serves it under row-level security too. */
  ResultQuery<Record1<UUID>> members(Theme theme, PageRequest request) {
    return dsl.select(TENANT_USER_PREFERENCES.USER_ID)
        .from(TENANT_USER_PREFERENCES)
        .where(TENANT_USER_PREFERENCES.THEME.eq(theme.value()))
        .and(request.afterId().map(TENANT_USER_PREFERENCES.USER_ID::gt).orElseGet(DSL::noCondition))
        .orderBy(TENANT_USER_PREFERENCES.USER_ID)
        .limit(request.limit());
  }

  /** Sets the preferences of the tenant. */
  public void set(Preferences preferences) {
    Field<JSONB> value = PreferencesColumn.value(preferences);
    dsl.insertInto(TENANT_PREFERENCES)
        .set(TENANT_PREFERENCES.PREFERENCES, value)
        .onConflict(TENANT_PREFERENCES.TENANT_ID)
        .doUpdate()
        .set(TENANT_PREFERENCES.PREFERENCES, value)
        .set(TENANT_PREFERENCES.VERSION, TENANT_PREFERENCES.VERSION.plus(1))
        .execute();
  }

  /**
   * Sets the preferences of a member.
   *
   * @throws dev.croft.exception.ForeignKeyException when the tenant has no such member
   */
  public void set(UserId member, Preferences preferences) {
    Field<JSONB> value = PreferencesColumn.value(preferences);
    dsl.insertInto(TENANT_USER_PREFERENCES)
        .set(TENANT_USER_PREFERENCES.USER_ID, member.value())
        .set(TENANT_USER_PREFERENCES.PREFERENCES, value)
        .onConflict(TENANT_USER_PREFERENCES.TENANT_ID, TENANT_USER_PREFERENCES.USER_ID)
        .doUpdate()
        .set(TENANT_USER_PREFERENCES.PREFERENCES, value)
        .set(TENANT_USER_PREFERENCES.VERSION, TENANT_USER_PREFERENCES.VERSION.plus(1))
        .execute();
  }

  /** Forgets the preferences of the tenant; no effect where it has none. */
  public void remove() {
    dsl.deleteFrom(TENANT_PREFERENCES).execute();
  }

  /** Forgets the preferences of a member; no effect where they have none. */
  public void remove(UserId member) {
    dsl.deleteFrom(TENANT_USER_PREFERENCES).where(isOf(member)).execute();
  }

  private static Condition isOf(UserId member) {
    return TENANT_USER_PREFERENCES.USER_ID.eq(member.value());
  }
}
