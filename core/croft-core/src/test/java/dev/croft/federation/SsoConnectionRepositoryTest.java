package dev.croft.federation;

import static dev.croft.schema.auth.Tables.SSO_DOMAINS;
import static dev.croft.schema.auth.Tables.SSO_SECRETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.audit.AuditEntry;
import dev.croft.audit.AuditLogRepository;
import dev.croft.audit.AuditObject;
import dev.croft.exception.CheckException;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.ForeignKeyException;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.fixture.Crowd;
import dev.croft.fixture.Village;
import dev.croft.identity.NewTenant;
import dev.croft.identity.Tenant;
import dev.croft.identity.TenantRepository;
import dev.croft.isolation.TenantId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Table;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The providers that organizations run: each tenant's own, and the domains that lead to them. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SsoConnectionRepositoryTest {
  private static final PageRequest ALL = PageRequest.first(PageRequest.MAXIMUM_SIZE);

  private Village village;
  private SystemSession system;
  private SystemSsoConnectionRepository all;
  private SsoConnectionRepository acme;
  private SsoConnectionRepository globex;
  private int connections;

  @BeforeAll
  void found() {
    village = Village.found();
    system = village.croft().system("set single sign-on up").writing();
    all = SystemSsoConnectionRepository.in(system);
    acme = SsoConnectionRepository.in(village.acme().as(village.ann().id().actor()));
    globex = SsoConnectionRepository.in(village.globex());
  }

  @AfterAll
  void close() {
    village.close();
  }

  private SsoConnection create() {
    return acme.create(connection("Connection " + ++connections));
  }

  private static NewSsoConnection connection(String name) {
    return new NewSsoConnection(name, SsoProtocol.OIDC, "https://id.example.com", name);
  }

  private List<AuditEntry> told(SsoConnection connection) {
    return AuditLogRepository.in(village.acme())
        .page(new AuditObject("sso_connection", connection.id().value()), ALL)
        .items();
  }

  @Test
  void the_life_of_a_connection_is_told_to_its_tenant() {
    SsoConnection created = create();
    assertThat(created.isActive()).isTrue();
    assertThat(created.tenantId()).isEqualTo(village.acmeId());
    assertThat(created.provider()).isEqualTo("sso:" + created.id());
    SsoConnection changed =
        acme.update(created.renamed("Staff").leadingTo("https://id.example.org", "client"));
    assertThat(acme.get(created.id())).isEqualTo(changed);
    assertThatThrownBy(() -> acme.update(created.deactivated()))
        .isInstanceOf(StaleVersionException.class)
        .hasMessageStartingWith("SSO connection %s was not changed".formatted(created.id()));
    SsoConnection resting = acme.update(changed.deactivated());
    assertThat(acme.update(resting.reactivated()).isActive()).isTrue();
    assertThatThrownBy(() -> acme.delete(changed)).isInstanceOf(StaleVersionException.class);
    acme.delete(acme.get(created.id()));
    assertThat(acme.find(created.id())).isEmpty();
    assertThatThrownBy(() -> acme.get(created.id())).isInstanceOf(NotFoundException.class);
    assertThat(told(created))
        .extracting(AuditEntry::action)
        .containsExactly(
            "sso_connection:delete",
            "sso_connection:update",
            "sso_connection:update",
            "sso_connection:update",
            "sso_connection:create");
    assertThat(told(created))
        .extracting(AuditEntry::actor)
        .containsOnly(village.ann().id().actor());
    assertThat(changed.toString()).doesNotContain("Staff").doesNotContain("example");
  }

  @Test
  void names_and_providers_are_unique_in_a_tenant_and_free_in_others() {
    NewSsoConnection taken =
        new NewSsoConnection("Taken", SsoProtocol.SAML, "urn:id:taken", "urn:croft");
    SsoConnection ours = acme.create(taken);
    assertThat(ours.protocol()).isEqualTo(SsoProtocol.SAML);
    assertThatThrownBy(() -> acme.create(taken)).isInstanceOf(DuplicateKeyException.class);
    NewSsoConnection otherName =
        new NewSsoConnection("Other", SsoProtocol.SAML, "urn:id:taken", "urn:croft");
    assertThatThrownBy(() -> acme.create(otherName)).isInstanceOf(DuplicateKeyException.class);
    assertThat(globex.create(taken).tenantId()).isEqualTo(village.globexId());
  }

  @Test
  void of_many_updates_of_one_version_one_succeeds() {
    SsoConnection created = create();
    List<Future<SsoConnection>> callers = Crowd.of(4, () -> acme.update(created.deactivated()));
    assertThat(Crowd.results(callers)).hasSize(1);
    assertThat(Crowd.failures(callers)).hasOnlyElementsOfType(StaleVersionException.class);
  }

  @Test
  void connections_are_paged() {
    create();
    create();
    List<SsoConnection> items = acme.page(ALL).items();
    PageRequest one = PageRequest.first(1);
    Page<SsoConnection> first = acme.page(one);
    assertThat(acme.page(one.after(first.next().orElseThrow())).items())
        .containsExactly(items.get(1));
  }

  @Test
  void a_connection_of_another_tenant_is_neither_seen_nor_changed() {
    SsoConnection ours = create();
    assertThat(globex.find(ours.id())).isEmpty();
    assertThat(globex.page(ALL).items()).noneMatch(found -> found.id().equals(ours.id()));
    assertThatThrownBy(() -> globex.get(ours.id())).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> globex.update(ours.renamed("stolen")))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> globex.delete(ours)).isInstanceOf(StaleVersionException.class);
    assertThat(acme.find(ours.id())).contains(ours);
    assertThatThrownBy(() -> all.claimDomain(village.globexId(), ours.id(), "globex.example"))
        .isInstanceOf(ForeignKeyException.class);
    for (Table<?> table : List.<Table<?>>of(SSO_DOMAINS, SSO_SECRETS)) {
      assertThatThrownBy(() -> village.acme().dsl().fetchCount(table))
          .isInstanceOf(StatementRefusedException.class);
    }
  }

  @Test
  void an_address_leads_to_the_connection_that_its_domain_was_claimed_for() {
    SsoConnection ours = create();
    all.claimDomain(village.acmeId(), ours.id(), "Acme.Example");
    all.claimDomain(village.acmeId(), ours.id(), "xn--kse-qla.example");
    assertThat(all.domains(village.acmeId(), ours.id()))
        .containsExactly("acme.example", "xn--kse-qla.example");
    assertThat(all.findByEmailAddress("ann@ACME.example")).contains(ours);
    assertThat(all.findByEmailAddress("\"a@b\"@xn--KSE-qla.example")).contains(ours);
    assertThat(all.findByEmailAddress("ann@mail.acme.example")).isEmpty();
    assertThat(all.findByEmailAddress("ann@acme.example.org")).isEmpty();
    assertThat(all.findByEmailAddress("ann")).isEmpty();
    all.releaseDomain(village.globexId(), ours.id(), "acme.example");
    assertThat(all.findByEmailAddress("ann@acme.example")).isPresent();
    all.releaseDomain(village.acmeId(), ours.id(), "acme.EXAMPLE");
    assertThat(all.findByEmailAddress("ann@acme.example")).isEmpty();
    assertThat(told(ours).getFirst().before()).containsEntry("domain", "acme.example");
  }

  @Test
  void a_domain_that_looks_alike_or_maps_to_another_leads_nowhere() {
    SsoConnection ours = create();
    all.claimDomain(village.acmeId(), ours.id(), "strasse-kiosk.example");
    assertThat(all.findByEmailAddress("ann@strasse-KIOSK.example")).contains(ours);
    assertThat(all.findByEmailAddress("ann@straße-kiosk.example")).isEmpty();
    assertThat(all.findByEmailAddress("ann@strasse-\u212aiosk.example")).isEmpty();
    assertThatThrownBy(() -> all.claimDomain(village.acmeId(), ours.id(), "straße-kiosk.example"))
        .isInstanceOf(CheckException.class);
  }

  @Test
  void a_domain_leads_to_one_connection_of_all_tenants() {
    SsoConnection ours = create();
    SsoConnection theirs = globex.create(connection("Domains"));
    AtomicInteger next = new AtomicInteger();
    List<Future<Boolean>> callers =
        Crowd.of(
            6,
            () -> {
              SsoConnection claimant = next.getAndIncrement() % 2 == 0 ? ours : theirs;
              all.claimDomain(claimant.tenantId(), claimant.id(), "shared.example");
              return true;
            });
    assertThat(Crowd.results(callers)).hasSize(1);
    assertThat(Crowd.failures(callers)).hasOnlyElementsOfType(DuplicateKeyException.class);
    assertThatThrownBy(() -> all.claimDomain(village.acmeId(), ours.id(), "no domain"))
        .isInstanceOf(CheckException.class);
  }

  @Test
  void what_is_out_of_use_leads_nowhere() {
    TenantRepository tenants = TenantRepository.in(system);
    Tenant initech = tenants.create(new NewTenant("Initech", "initech"));
    TenantId id = initech.id();
    SsoConnectionRepository theirs = SsoConnectionRepository.in(village.croft().tenant(id));
    SsoConnection connection = theirs.create(connection("Initech"));
    all.claimDomain(id, connection.id(), "initech.example");
    SsoConnection resting = theirs.update(connection.deactivated());
    assertThat(all.findByEmailAddress("peter@initech.example")).isEmpty();
    theirs.update(resting.reactivated());
    assertThat(all.findByEmailAddress("peter@initech.example")).isPresent();
    Tenant suspended = tenants.update(initech.suspended());
    assertThat(all.findByEmailAddress("peter@initech.example")).isEmpty();
    tenants.delete(tenants.update(suspended.reactivated()));
    assertThat(all.findByEmailAddress("peter@initech.example")).isEmpty();
  }

  @Test
  void a_secret_is_kept_replaced_and_forgotten_with_its_connection() {
    SsoConnection ours = create();
    TenantId tenant = village.acmeId();
    EncryptedSecret secret = EncryptedSecret.of(new byte[] {3, 2, 1});
    assertThat(all.findSecret(tenant, ours.id())).isEmpty();
    all.setSecret(tenant, ours.id(), EncryptedSecret.of(new byte[] {1}));
    all.setSecret(tenant, ours.id(), secret);
    assertThat(all.findSecret(tenant, ours.id())).contains(secret);
    assertThat(all.findSecret(village.globexId(), ours.id())).isEmpty();
    assertThatThrownBy(() -> all.setSecret(village.globexId(), ours.id(), secret))
        .isInstanceOf(ForeignKeyException.class);
    all.removeSecret(tenant, ours.id());
    all.removeSecret(tenant, ours.id());
    assertThat(all.findSecret(tenant, ours.id())).isEmpty();
    assertThat(told(ours))
        .extracting(AuditEntry::action)
        .startsWith("sso_connection:remove_secret", "sso_connection:set_secret");
    all.setSecret(tenant, ours.id(), secret);
    acme.delete(ours);
    assertThat(all.findSecret(tenant, ours.id())).isEmpty();
  }
}
