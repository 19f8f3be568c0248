package dev.croft.federation;

import static dev.croft.schema.auth.Tables.SSO_CONNECTIONS;

import dev.croft.audit.AuditLogRepository;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.isolation.TenantId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.schema.auth.tables.records.SsoConnectionsRecord;
import dev.croft.session.TenantSession;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * How the people of one tenant sign in at the provider that their organization runs. Which
 * addresses lead there, and the secret that the provider is shown, is for {@link
 * SystemSsoConnectionRepository}. Each change leaves an entry in the tenant's audit log, in the
 * same transaction, that names the session's actor.
 */
public final class SsoConnectionRepository {
  private final TenantSession session;
  private final DSLContext dsl;

  private SsoConnectionRepository(TenantSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The connections of {@code session}'s tenant. */
  public static SsoConnectionRepository in(TenantSession session) {
    return new SsoConnectionRepository(session);
  }

  /**
   * Creates a connection. No address leads to it yet.
   *
   * @throws dev.croft.exception.DuplicateKeyException when the tenant has a connection of that
   *     name, or one with that issuer and audience
   */
  public SsoConnection create(NewSsoConnection connection) {
    return session.transactionResult(
        tx -> {
          SsoConnection created = insert(tx.dsl(), connection);
          AuditLogRepository.in(tx)
              .append(
                  FederationLog.connection("create", created.id())
                      .to(FederationLog.state(created)));
          return created;
        });
  }

  private static SsoConnection insert(DSLContext dsl, NewSsoConnection connection) {
    return dsl.insertInto(SSO_CONNECTIONS)
        .set(SSO_CONNECTIONS.NAME, connection.name())
        .set(SSO_CONNECTIONS.PROTOCOL, connection.protocol().value())
        .set(SSO_CONNECTIONS.ISSUER, connection.issuer())
        .set(SSO_CONNECTIONS.AUDIENCE, connection.audience())
        .returning()
        .fetchSingle(SsoConnectionRepository::toConnection);
  }

  /** Finds a connection. */
  public Optional<SsoConnection> find(SsoConnectionId id) {
    return dsl.selectFrom(SSO_CONNECTIONS)
        .where(SSO_CONNECTIONS.ID.eq(id.value()))
        .fetchOptional(SsoConnectionRepository::toConnection);
  }

  /**
   * Returns a connection.
   *
   * @throws NotFoundException when the tenant has none with that id
   */
  public SsoConnection get(SsoConnectionId id) {
    return find(id).orElseThrow(() -> new NotFoundException("SSO connection", id.toString()));
  }

  /** Lists connections, oldest first. */
  public Page<SsoConnection> page(PageRequest request) {
    List<SsoConnection> rows =
        dsl.selectFrom(SSO_CONNECTIONS)
            .where(request.afterId().map(SSO_CONNECTIONS.ID::gt).orElseGet(DSL::noCondition))
            .orderBy(SSO_CONNECTIONS.ID)
            .limit(request.limit())
            .fetch(SsoConnectionRepository::toConnection);
    return request.page(rows, connection -> connection.id().value());
  }

  /**
   * Writes the name, issuer, audience and activity of {@code connection}, and returns it at its
   * next version.
   *
   * @throws StaleVersionException when it changed or was deleted since it was read
   * @throws dev.croft.exception.DuplicateKeyException when the tenant has another connection of
   *     that name, or with that issuer and audience
   */
  public SsoConnection update(SsoConnection connection) {
    return session.transactionResult(
        tx -> {
          SsoConnection before = lock(tx.dsl(), connection);
          SsoConnection after = write(tx.dsl(), connection);
          AuditLogRepository.in(tx)
              .append(
                  FederationLog.connection("update", after.id())
                      .from(FederationLog.state(before))
                      .to(FederationLog.state(after)));
          return after;
        });
  }

  private static SsoConnection lock(DSLContext dsl, SsoConnection connection) {
    return dsl.selectFrom(SSO_CONNECTIONS)
        .where(isRead(connection))
        .forUpdate()
        .fetchOptional(SsoConnectionRepository::toConnection)
        .orElseThrow(() -> stale(connection));
  }

  private static SsoConnection write(DSLContext dsl, SsoConnection connection) {
    return dsl.update(SSO_CONNECTIONS)
        .set(SSO_CONNECTIONS.NAME, connection.name())
        .set(SSO_CONNECTIONS.ISSUER, connection.issuer())
        .set(SSO_CONNECTIONS.AUDIENCE, connection.audience())
        .set(SSO_CONNECTIONS.IS_ACTIVE, connection.isActive())
        .set(SSO_CONNECTIONS.VERSION, SSO_CONNECTIONS.VERSION.plus(1))
        .where(isRead(connection))
        .returning()
        .fetchSingle(SsoConnectionRepository::toConnection);
  }

  /**
   * Deletes {@code connection}, and with it its secret and the domains that lead to it.
   *
   * @throws StaleVersionException when it changed or was deleted since it was read
   */
  public void delete(SsoConnection connection) {
    session.transaction(
        tx -> {
          SsoConnection deleted =
              tx.dsl()
                  .deleteFrom(SSO_CONNECTIONS)
                  .where(isRead(connection))
                  .returning()
                  .fetchOptional(SsoConnectionRepository::toConnection)
                  .orElseThrow(() -> stale(connection));
          AuditLogRepository.in(tx)
              .append(
                  FederationLog.connection("delete", deleted.id())
                      .from(FederationLog.state(deleted)));
        });
  }

  private static Condition isRead(SsoConnection connection) {
    return SSO_CONNECTIONS
        .ID
        .eq(connection.id().value())
        .and(SSO_CONNECTIONS.VERSION.eq(connection.version()));
  }

  private static StaleVersionException stale(SsoConnection connection) {
    return new StaleVersionException(
        "SSO connection", connection.id().toString(), connection.version());
  }

  static SsoConnection toConnection(SsoConnectionsRecord row) {
    return new SsoConnection(
        new TenantId(row.getTenantId()),
        new SsoConnectionId(row.getId()),
        row.getName(),
        SsoProtocol.of(row.getProtocol()),
        row.getIssuer(),
        row.getAudience(),
        row.getIsActive(),
        row.getVersion(),
        row.getCreatedAt(),
        row.getUpdatedAt());
  }
}
