package dev.croft.identity;

import static dev.croft.schema.public_.Tables.TENANT_METADATA;

import dev.croft.audit.AuditLogRepository;
import dev.croft.exception.StaleVersionException;
import dev.croft.json.JsonTexts;
import dev.croft.schema.public_.tables.records.TenantMetadataRecord;
import dev.croft.session.TenantSession;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/**
 * What one tenant notes of itself, for which no column exists; no query looks inside. It is written
 * as a whole. The tenant's audit log tells that it changed, in the same transaction.
 */
public final class TenantMetadataRepository {
  private final TenantSession session;
  private final DSLContext dsl;

  private TenantMetadataRepository(TenantSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The metadata of {@code session}'s tenant. */
  public static TenantMetadataRepository in(TenantSession session) {
    return new TenantMetadataRepository(session);
  }

  /** Finds the metadata. */
  public Optional<TenantMetadata> find() {
    return dsl.selectFrom(TENANT_METADATA).fetchOptional(row -> toMetadata(dsl, row));
  }

  /**
   * Writes metadata, whatever there was before. Of two callers at once the later one prevails.
   *
   * @throws dev.croft.exception.CheckException when it is longer than 64 kilobytes
   */
  public TenantMetadata set(Map<String, String> values) {
    return session.transactionResult(
        tx -> {
          TenantMetadata written = write(tx.dsl(), JsonTexts.format(tx.dsl(), values));
          log(tx, "set_metadata");
          return written;
        });
  }

  private static TenantMetadata write(DSLContext dsl, JSONB values) {
    return dsl.insertInto(TENANT_METADATA)
        .set(TENANT_METADATA.METADATA, values)
        .onConflict(TENANT_METADATA.TENANT_ID)
        .doUpdate()
        .set(TENANT_METADATA.METADATA, values)
        .set(TENANT_METADATA.VERSION, TENANT_METADATA.VERSION.plus(1))
        .returning()
        .fetchSingle(row -> toMetadata(dsl, row));
  }

  /**
   * Writes the names and texts of {@code metadata}, and returns it at its next version. Of two
   * callers who read the same version one succeeds.
   *
   * @throws StaleVersionException when it changed or was removed since it was read
   * @throws dev.croft.exception.CheckException when it is longer than 64 kilobytes
   */
  public TenantMetadata update(TenantMetadata metadata) {
    return session.transactionResult(
        tx -> {
          TenantMetadata written =
              tx.dsl()
                  .update(TENANT_METADATA)
                  .set(TENANT_METADATA.METADATA, JsonTexts.format(tx.dsl(), metadata.values()))
                  .set(TENANT_METADATA.VERSION, TENANT_METADATA.VERSION.plus(1))
                  .where(isRead(metadata))
                  .returning()
                  .fetchOptional(row -> toMetadata(tx.dsl(), row))
                  .orElseThrow(
                      () ->
                          new StaleVersionException(
                              "metadata of tenant", tx.tenant().toString(), metadata.version()));
          log(tx, "set_metadata");
          return written;
        });
  }

  /** Versions begin anew with a row that is removed and set again. */
  private static Condition isRead(TenantMetadata metadata) {
    return TENANT_METADATA
        .VERSION
        .eq(metadata.version())
        .and(TENANT_METADATA.CREATED_AT.eq(metadata.createdAt()));
  }

  private static void log(TenantSession tx, String action) {
    AuditLogRepository.in(tx).append(IdentityLog.tenant(action, tx.tenant().value()));
  }

  /** Forgets all of it; no effect where there is none. */
  public void remove() {
    session.transaction(
        tx -> {
          if (tx.dsl().deleteFrom(TENANT_METADATA).execute() > 0) {
            log(tx, "remove_metadata");
          }
        });
  }

  private static TenantMetadata toMetadata(DSLContext dsl, TenantMetadataRecord row) {
    return new TenantMetadata(
        JsonTexts.parse(dsl, row.getMetadata()),
        row.getVersion(),
        row.getCreatedAt(),
        row.getUpdatedAt());
  }
}
