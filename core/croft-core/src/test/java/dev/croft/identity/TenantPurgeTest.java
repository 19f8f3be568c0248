package dev.croft.identity;

import static dev.croft.schema.admin.Tables.AUDIT_LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.audit.AuditLogRepository;
import dev.croft.audit.AuditObject;
import dev.croft.audit.NewAuditEntry;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StatementException;
import dev.croft.fixture.Village;
import dev.croft.isolation.TenantId;
import dev.croft.session.SystemSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A purged tenant leaves nothing, and takes nothing of another along. */
@NullUnmarked
class TenantPurgeTest {
  private Village village;
  private SystemSession system;
  private TenantRepository tenants;

  @BeforeEach
  void found() {
    village = Village.found();
    village.fillEveryTable();
    system = village.croft().system("purge tenants").writing();
    tenants = TenantRepository.in(system);
    AuditLogRepository.in(village.acme())
        .append(NewAuditEntry.of("role:read", new AuditObject("role", village.acmeId().value())));
  }

  @AfterEach
  void close() {
    village.close();
  }

  @Test
  void nothing_of_a_purged_tenant_remains_and_its_neighbour_lost_nothing() {
    Map<String, Long> before = rows(village.globexId());
    assertThat(rows(village.acmeId())).hasSizeGreaterThan(20).allSatisfy(this::isNotEmpty);
    assertThat(before).allSatisfy(this::isNotEmptyUnlessOfOneTenant);
    tenants.delete(tenants.get(village.acmeId()));
    PurgeReport report = tenants.purge(village.acmeId());
    assertThat(rows(village.acmeId()).values()).containsOnly(0L);
    assertThat(rows(village.globexId())).isEqualTo(before);
    assertThat(report.rows()).containsEntry("public.tenants", 1L).containsKey("public.invitations");
    assertThat(UserRepository.in(village.globex()).find(village.max().id())).isPresent();
  }

  private void isNotEmpty(String table, Long rows) {
    assertThat(rows).as(table).isPositive();
  }

  /** A domain leads to one tenant, so there is one row of it. */
  private void isNotEmptyUnlessOfOneTenant(String table, Long rows) {
    assertThat(rows > 0 || table.equals("auth.sso_domains") || table.equals("auth.session_tenants"))
        .as(table)
        .isTrue();
  }

  @Test
  void a_purge_is_recorded_when_it_begins_and_when_it_ends() {
    tenants.delete(tenants.get(village.acmeId()));
    tenants.purge(village.acmeId());
    assertThat(
            system
                .dsl()
                .selectFrom(AUDIT_LOG)
                .where(AUDIT_LOG.OBJECT_ID.eq(village.acmeId().value()))
                .orderBy(AUDIT_LOG.ID)
                .fetch(AUDIT_LOG.ACTION))
        .containsExactly("tenant:purge", "tenant:purged");
  }

  @Test
  void a_tenant_that_is_not_deleted_is_not_purged() {
    assertThatThrownBy(() -> tenants.purge(village.acmeId()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("deleted tenant %s was not found".formatted(village.acmeId()));
    assertThatThrownBy(
            () -> village.asOwner("select croft.purge_batch('%s', 10)".formatted(village.acmeId())))
        .hasMessageContaining("there is no deleted tenant");
    assertThat(rows(village.acmeId())).allSatisfy(this::isNotEmpty);
  }

  @Test
  void a_purge_that_was_broken_off_goes_on_where_it_was() {
    tenants.delete(tenants.get(village.acmeId()));
    village.asOwner(
        "create function public.refuse() returns trigger language plpgsql as"
            + " $$begin raise exception 'no'; end$$");
    village.asOwner(
        "create trigger refuse before delete on auth.roles execute function public.refuse()");
    assertThatThrownBy(() -> tenants.purge(village.acmeId()))
        .isInstanceOf(StatementException.class);
    assertThat(rows(village.acmeId()))
        .containsEntry("public.invitations", 0L)
        .containsEntry("public.tenants", 1L);
    village.asOwner("drop function public.refuse() cascade");
    tenants.purge(village.acmeId());
    assertThat(rows(village.acmeId()).values()).containsOnly(0L);
  }

  @Test
  void rows_go_in_batches_of_no_more_than_was_asked_for() {
    tenants.delete(tenants.get(village.acmeId()));
    PurgeReport report = new TenantPurge(system, village.acmeId(), 1).run();
    assertThat(report.rows()).containsEntry("public.tenant_users", 3L);
    assertThat(rows(village.acmeId()).values()).containsOnly(0L);
  }

  /** How many rows of {@code tenant} each table has, found by the names of columns. */
  private Map<String, Long> rows(TenantId tenant) {
    Map<String, Long> rows = new TreeMap<>();
    for (String table :
        read(
            "select format('%I.%I', n.nspname, c.relname) from pg_class c"
                + " join pg_namespace n on n.oid = c.relnamespace"
                + " where c.relkind in ('r', 'p') and not c.relispartition and exists ("
                + " select from pg_attribute a where a.attrelid = c.oid"
                + " and a.attname = 'tenant_id')")) {
      rows.put(table, count(table, "tenant_id", tenant));
    }
    rows.put("public.tenants", count("public.tenants", "id", tenant));
    return rows;
  }

  private long count(String table, String column, TenantId tenant) {
    String sql = "select count(*) from %s where %s = '%s'".formatted(table, column, tenant);
    return Long.parseLong(read(sql).getFirst());
  }

  private List<String> read(String sql) {
    try (Connection connection = village.database().connect(village.database().superuser());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> read = new ArrayList<>();
      while (result.next()) {
        read.add(result.getString(1));
      }
      return read;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
