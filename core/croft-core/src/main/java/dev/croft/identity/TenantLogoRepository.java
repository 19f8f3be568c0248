package dev.croft.identity;

import static dev.croft.schema.public_.Tables.TENANT_LOGOS;

import dev.croft.audit.AuditLogRepository;
import dev.croft.schema.public_.tables.records.TenantLogosRecord;
import dev.croft.session.TenantSession;
import java.net.URI;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * The picture that one tenant shows as its own. The tenant's audit log tells that it changed, in
 * the same transaction.
 */
public final class TenantLogoRepository {
  private final TenantSession session;
  private final DSLContext dsl;

  private TenantLogoRepository(TenantSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The logo of {@code session}'s tenant. */
  public static TenantLogoRepository in(TenantSession session) {
    return new TenantLogoRepository(session);
  }

  /** Finds the logo. */
  public Optional<TenantLogo> find() {
    return dsl.selectFrom(TENANT_LOGOS).fetchOptional(TenantLogoRepository::toLogo);
  }

  /**
   * Shows another picture. Of two callers at once the later one prevails.
   *
   * @throws dev.croft.exception.CheckException when {@code url} is not an https address, or longer
   *     than 2000 characters
   */
  public TenantLogo set(URI url) {
    return session.transactionResult(
        tx -> {
          TenantLogo logo = write(tx.dsl(), url.toString());
          AuditLogRepository.in(tx).append(IdentityLog.tenant("set_logo", tx.tenant().value()));
          return logo;
        });
  }

  private static TenantLogo write(DSLContext dsl, String url) {
    return dsl.insertInto(TENANT_LOGOS)
        .set(TENANT_LOGOS.URL, url)
        .onConflict(TENANT_LOGOS.TENANT_ID)
        .doUpdate()
        .set(TENANT_LOGOS.URL, url)
        .set(TENANT_LOGOS.VERSION, TENANT_LOGOS.VERSION.plus(1))
        .returning()
        .fetchSingle(TenantLogoRepository::toLogo);
  }

  /** Shows no picture; no effect where there is none. */
  public void remove() {
    session.transaction(
        tx -> {
          if (tx.dsl().deleteFrom(TENANT_LOGOS).execute() > 0) {
            AuditLogRepository.in(tx)
                .append(IdentityLog.tenant("remove_logo", tx.tenant().value()));
          }
        });
  }

  private static TenantLogo toLogo(TenantLogosRecord row) {
    return new TenantLogo(URI.create(row.getUrl()), row.getVersion(), row.getUpdatedAt());
  }
}
