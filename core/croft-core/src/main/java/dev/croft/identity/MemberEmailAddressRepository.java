package dev.croft.identity;

import static dev.croft.schema.public_.Tables.TENANT_USERS;
import static dev.croft.schema.public_.Tables.TENANT_USER_EMAIL_ADDRESSES;
import static dev.croft.schema.public_.Tables.USERS;

import dev.croft.audit.AuditLogRepository;
import dev.croft.schema.public_.tables.records.TenantUserEmailAddressesRecord;
import dev.croft.session.TenantSession;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The addresses that members use in one tenant. What they use in another one is unknown here, and
 * taken by nobody. The tenant's audit log tells of each change, without the address.
 */
public final class MemberEmailAddressRepository {
  private final TenantSession session;
  private final DSLContext dsl;

  private MemberEmailAddressRepository(TenantSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The addresses that are used in {@code session}'s tenant. */
  public static MemberEmailAddressRepository in(TenantSession session) {
    return new MemberEmailAddressRepository(session);
  }

  /** Finds the address that a member uses in the tenant instead of their own. */
  public Optional<MemberEmailAddress> find(UserId member) {
    return find(isOf(member));
  }

  /** Finds who uses an address in the tenant, regardless of case; their own is not looked at. */
  public Optional<MemberEmailAddress> findByEmailAddress(String emailAddress) {
    return find(
        DSL.lower(TENANT_USER_EMAIL_ADDRESSES.EMAIL_ADDRESS).eq(DSL.lower(DSL.val(emailAddress))));
  }

  private Optional<MemberEmailAddress> find(Condition condition) {
    return dsl.selectFrom(TENANT_USER_EMAIL_ADDRESSES)
        .where(condition)
        .fetchOptional(MemberEmailAddressRepository::toAddress);
  }

  /**
   * Where mail of the tenant reaches a member: at the address that they use in it, or else at their
   * own; empty when the tenant has no such member, or they are deleted.
   */
  public Optional<String> reach(UserId member) {
    return dsl.select(DSL.coalesce(TENANT_USER_EMAIL_ADDRESSES.EMAIL_ADDRESS, USERS.EMAIL_ADDRESS))
        .from(USERS)
        .leftJoin(TENANT_USER_EMAIL_ADDRESSES)
        .on(TENANT_USER_EMAIL_ADDRESSES.USER_ID.eq(USERS.ID))
        .where(USERS.ID.eq(member.value()))
        .and(UserRows.notDeleted())
        .fetchOptional(row -> row.value1());
  }

  /**
   * Has a member use an address in the tenant, instead of the one before; of two callers the later
   * one wins.
   *
   * @throws dev.croft.exception.DuplicateKeyException when another member uses it, in any case; of
   *     two members who ask for one address at once, one gets it
   * @throws dev.croft.exception.ForeignKeyException when the tenant has no such member
   */
  public MemberEmailAddress set(UserId member, String emailAddress) {
    return session.transactionResult(
        tx -> {
          lock(tx.dsl(), member);
          MemberEmailAddress address = write(tx.dsl(), member, emailAddress);
          log(tx, "set_email_address", member);
          return address;
        });
  }

  /**
   * One caller at a time: of two inserts that no row stood against, one fails by the unique address
   * and not by the key that it would give way to.
   */
  private static void lock(DSLContext dsl, UserId member) {
    dsl.select(TENANT_USERS.USER_ID)
        .from(TENANT_USERS)
        .where(TENANT_USERS.USER_ID.eq(member.value()))
        .forNoKeyUpdate()
        .execute();
  }

  private static MemberEmailAddress write(DSLContext dsl, UserId member, String emailAddress) {
    return dsl.insertInto(TENANT_USER_EMAIL_ADDRESSES)
        .set(TENANT_USER_EMAIL_ADDRESSES.USER_ID, member.value())
        .set(TENANT_USER_EMAIL_ADDRESSES.EMAIL_ADDRESS, emailAddress)
        .onConflict(TENANT_USER_EMAIL_ADDRESSES.TENANT_ID, TENANT_USER_EMAIL_ADDRESSES.USER_ID)
        .doUpdate()
        .set(TENANT_USER_EMAIL_ADDRESSES.EMAIL_ADDRESS, emailAddress)
        .returning()
        .fetchSingle(MemberEmailAddressRepository::toAddress);
  }

  private static void log(TenantSession transaction, String action, UserId member) {
    AuditLogRepository.in(transaction).append(IdentityLog.membership(action, member));
  }

  /** Has a member use their own address again; no effect where they do. */
  public void remove(UserId member) {
    session.transaction(
        tx -> {
          if (tx.dsl().deleteFrom(TENANT_USER_EMAIL_ADDRESSES).where(isOf(member)).execute() > 0) {
            log(tx, "remove_email_address", member);
          }
        });
  }

  private static Condition isOf(UserId member) {
    return TENANT_USER_EMAIL_ADDRESSES.USER_ID.eq(member.value());
  }

  private static MemberEmailAddress toAddress(TenantUserEmailAddressesRecord row) {
    return new MemberEmailAddress(
        new UserId(row.getUserId()), row.getEmailAddress(), row.getCreatedAt(), row.getUpdatedAt());
  }
}
