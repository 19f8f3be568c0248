package dev.croft.federation;

import static dev.croft.schema.auth.Tables.IDENTITY_SCOPES;
import static dev.croft.schema.auth.Tables.IDENTITY_TOKENS;
import static dev.croft.schema.auth.Tables.USER_IDENTITIES;
import static dev.croft.schema.public_.Tables.USERS;

import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.NotFoundException;
import dev.croft.identity.UserId;
import dev.croft.schema.auth.tables.records.UserIdentitiesRecord;
import dev.croft.session.SystemSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * What providers of sign-in call people, what they gave so that the service may act as them, and
 * what people allowed it to do there. The log of the system tells of identities that were linked
 * and unlinked.
 */
public final class UserIdentityRepository {
  private final SystemSession session;
  private final DSLContext dsl;

  private UserIdentityRepository(SystemSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The identities of all people, as {@code session} may reach them. */
  public static UserIdentityRepository in(SystemSession session) {
    return new UserIdentityRepository(session);
  }

  /**
   * Has a person sign in as somebody whom a provider names. A person has any number of identities,
   * also several at one provider; of several callers with one subject, one succeeds.
   *
   * <p>Whoever runs a provider can sign in as everybody who is linked there, in each of their
   * tenants. Link to a tenant's own provider those alone whose address is of a domain that was
   * claimed for its connection.
   *
   * @throws dev.croft.exception.DuplicateKeyException when the subject is linked, to whomever
   * @throws dev.croft.exception.ForeignKeyException when there is no such person
   * @throws dev.croft.exception.CheckException when the provider is not of its form
   */
  public UserIdentity link(UserId user, ProviderSubject subject) {
    return session.transactionResult(
        tx -> {
          UserIdentity identity =
              tx.dsl()
                  .insertInto(USER_IDENTITIES)
                  .set(USER_IDENTITIES.USER_ID, user.value())
                  .set(USER_IDENTITIES.PROVIDER, subject.provider())
                  .set(USER_IDENTITIES.SUBJECT, subject.subject())
                  .returning()
                  .fetchSingle(UserIdentityRepository::toIdentity);
          SystemAuditLogRepository.in(tx).append(FederationLog.identity("link_identity", identity));
          return identity;
        });
  }

  /**
   * Has a person no longer sign in as somebody whom a provider names, takes its tokens and scopes
   * along, and tells whether they did. The id of somebody else's identity is as one that does not
   * exist. That another way to sign in is left is for the caller to see to.
   */
  public boolean unlink(UserId user, UserIdentityId id) {
    return session.transactionResult(
        tx ->
            tx.dsl()
                .deleteFrom(USER_IDENTITIES)
                .where(isOf(id).and(USER_IDENTITIES.USER_ID.eq(user.value())))
                .returning()
                .fetchOptional(UserIdentityRepository::toIdentity)
                .map(
                    unlinked ->
                        SystemAuditLogRepository.in(tx)
                            .append(FederationLog.identity("unlink_identity", unlinked)))
                .isPresent());
  }

  /** Finds whom a provider names so; empty also where the person is deleted. */
  public Optional<UserIdentity> find(ProviderSubject subject) {
    return dsl.select(USER_IDENTITIES.fields())
        .from(USER_IDENTITIES)
        .join(USERS)
        .on(USERS.ID.eq(USER_IDENTITIES.USER_ID))
        .where(USER_IDENTITIES.PROVIDER.eq(subject.provider()))
        .and(USER_IDENTITIES.SUBJECT.eq(subject.subject()))
        .and(USERS.DELETED_AT.isNull())
        .fetchOptional(row -> toIdentity(row.into(USER_IDENTITIES)));
  }

  /** Lists the identities of a person, oldest first. */
  public List<UserIdentity> list(UserId user) {
    return dsl.selectFrom(USER_IDENTITIES)
        .where(USER_IDENTITIES.USER_ID.eq(user.value()))
        .orderBy(USER_IDENTITIES.ID)
        .fetch(UserIdentityRepository::toIdentity);
  }

  /**
   * Keeps a token of an identity, instead of the one of its kind before; of two callers the later
   * one wins.
   *
   * @throws dev.croft.exception.ForeignKeyException when there is no such identity
   */
  public void storeToken(UserIdentityId id, ProviderToken token) {
    byte[] secret = token.secret().bytes();
    dsl.insertInto(IDENTITY_TOKENS)
        .set(IDENTITY_TOKENS.USER_IDENTITY_ID, id.value())
        .set(IDENTITY_TOKENS.KIND, token.kind().value())
        .set(IDENTITY_TOKENS.ENCRYPTED_TOKEN, secret)
        .set(IDENTITY_TOKENS.EXPIRES_AT, token.expiresAt().orElse(null))
        .onConflict(IDENTITY_TOKENS.USER_IDENTITY_ID, IDENTITY_TOKENS.KIND)
        .doUpdate()
        .set(IDENTITY_TOKENS.ENCRYPTED_TOKEN, secret)
        .set(IDENTITY_TOKENS.EXPIRES_AT, token.expiresAt().orElse(null))
        .execute();
  }

  /** Finds the token of an identity that is of some kind and has not expired. */
  public Optional<ProviderToken> findToken(UserIdentityId id, ProviderToken.Kind kind) {
    return dsl.selectFrom(IDENTITY_TOKENS)
        .where(IDENTITY_TOKENS.USER_IDENTITY_ID.eq(id.value()))
        .and(IDENTITY_TOKENS.KIND.eq(kind.value()))
        .and(
            IDENTITY_TOKENS
                .EXPIRES_AT
                .isNull()
                .or(IDENTITY_TOKENS.EXPIRES_AT.gt(DSL.currentInstant())))
        .fetchOptional(
            row ->
                new ProviderToken(
                    kind,
                    EncryptedSecret.of(row.getEncryptedToken()),
                    Optional.ofNullable(row.getExpiresAt())));
  }

  /** What a person allowed the service to do at a provider; empty also without such an identity. */
  public Set<String> scopes(UserIdentityId id) {
    return dsl.select(IDENTITY_SCOPES.NAME)
        .from(IDENTITY_SCOPES)
        .where(IDENTITY_SCOPES.USER_IDENTITY_ID.eq(id.value()))
        .fetchSet(IDENTITY_SCOPES.NAME);
  }

  /**
   * Writes what a person allowed, instead of what was written before; two callers take turns, and
   * the later one wins.
   *
   * @throws NotFoundException when there is no such identity
   */
  public void setScopes(UserIdentityId id, Set<String> names) {
    session.transaction(
        tx -> {
          lock(tx.dsl(), id);
          tx.dsl()
              .deleteFrom(IDENTITY_SCOPES)
              .where(IDENTITY_SCOPES.USER_IDENTITY_ID.eq(id.value()))
              .and(IDENTITY_SCOPES.NAME.notIn(names))
              .execute();
          insert(tx.dsl(), id, names);
        });
  }

  private static void lock(DSLContext dsl, UserIdentityId id) {
    if (dsl.selectFrom(USER_IDENTITIES).where(isOf(id)).forNoKeyUpdate().fetchOne() == null) {
      throw new NotFoundException("user identity", id.toString());
    }
  }

  private static void insert(DSLContext dsl, UserIdentityId id, Set<String> names) {
    UUID identity = id.value();
    if (!names.isEmpty()) {
      dsl.insertInto(IDENTITY_SCOPES, IDENTITY_SCOPES.USER_IDENTITY_ID, IDENTITY_SCOPES.NAME)
          .valuesOfRows(names.stream().map(name -> DSL.row(identity, name)).toList())
          .onConflictDoNothing()
          .execute();
    }
  }

  private static Condition isOf(UserIdentityId id) {
    return USER_IDENTITIES.ID.eq(id.value());
  }

  private static UserIdentity toIdentity(UserIdentitiesRecord row) {
    return new UserIdentity(
        new UserIdentityId(row.getId()),
        new UserId(row.getUserId()),
        new ProviderSubject(row.getProvider(), row.getSubject()),
        row.getCreatedAt());
  }
}
