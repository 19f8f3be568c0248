package dev.croft.audit;

import static dev.croft.schema.public_.Tables.TENANT_AUDIT_LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.access.AccessRepository;
import dev.croft.access.PermissionName;
import dev.croft.access.Role;
import dev.croft.access.RoleRepository;
import dev.croft.exception.DatabaseException;
import dev.croft.exception.StaleVersionException;
import dev.croft.exception.StatementException;
import dev.croft.exception.TenantViolationException;
import dev.croft.fixture.Village;
import dev.croft.identity.Membership;
import dev.croft.identity.MembershipRepository;
import dev.croft.identity.NewTenant;
import dev.croft.identity.SystemMembershipRepository;
import dev.croft.identity.SystemUserRepository;
import dev.croft.identity.Tenant;
import dev.croft.identity.TenantRepository;
import dev.croft.identity.User;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.Actor;
import dev.croft.session.SystemOptions;
import dev.croft.session.SystemSession;
import dev.croft.session.TenantSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every change of who may do what leaves a trail, with the change or not at all. */
@NullUnmarked
class AuditLogRepositoryTest {
  private static final PageRequest ALL = PageRequest.first(PageRequest.MAXIMUM_SIZE);
  private static final PermissionName DELETE = PermissionName.of("user", "delete");

  private Village village;
  private TenantSession acme;
  private AuditLogRepository log;

  @BeforeEach
  void found() {
    village = Village.found();
    acme = village.acme().as(village.ann().id().actor());
    log = AuditLogRepository.in(acme);
  }

  @AfterEach
  void close() {
    village.close();
  }

  private SystemSession system() {
    return village
        .croft()
        .system("serve the tenants", SystemOptions.by(Actor.service("provisioning")))
        .writing();
  }

  private static List<String> told(Page<AuditEntry> page) {
    return page.items().reversed().stream()
        .map(entry -> "%s %s → %s".formatted(entry.action(), entry.before(), entry.after()))
        .toList();
  }

  private static AuditObject role(Role role) {
    return new AuditObject("role", role.id().value());
  }

  @Test
  void an_entry_tells_who_did_what_to_what_when_and_by_which_login() {
    AuditObject fence = new AuditObject("fence", UUID.randomUUID());
    AuditEntry entry =
        log.append(
            NewAuditEntry.of("fence:mend", fence)
                .because("a hole")
                .from(Map.of("holes", "1"))
                .to(Map.of("holes", "0", "note", "\"quoted\" \\ – é")));
    assertThat(entry.actor()).isEqualTo(village.ann().id().actor());
    assertThat(entry.loginRole()).isEqualTo(village.runtime().user());
    assertThat(entry.createdAt()).isBefore(Instant.now().plusSeconds(5));
    assertThat(entry.reason()).isEqualTo("a hole");
    assertThat(entry.before()).isEqualTo(Map.of("holes", "1"));
    assertThat(entry.after()).isEqualTo(Map.of("holes", "0", "note", "\"quoted\" \\ – é"));
    assertThat(log.page(fence, ALL).items()).containsExactly(entry);
    assertThat(log.page(ALL).items().getFirst()).isEqualTo(entry);
  }

  @Test
  void nobody_named_is_recorded_as_the_login() {
    AuditEntry entry =
        AuditLogRepository.in(village.acme())
            .append(NewAuditEntry.of("fence:mend", new AuditObject("fence", UUID.randomUUID())));
    assertThat(entry.actor()).hasToString("login " + village.runtime().user());
  }

  @Test
  void entries_are_paged_latest_first() {
    AuditObject fence = new AuditObject("fence", UUID.randomUUID());
    for (int i = 0; i < 5; i++) {
      log.append(NewAuditEntry.of("fence:mend", fence).because("hole " + i));
    }
    PageRequest two = PageRequest.first(2);
    Page<AuditEntry> first = log.page(fence, two);
    Page<AuditEntry> second = log.page(fence, two.after(first.next().orElseThrow()));
    Page<AuditEntry> third = log.page(fence, two.after(second.next().orElseThrow()));
    assertThat(List.of(first, second, third))
        .flatExtracting(Page::items)
        .extracting(AuditEntry::reason)
        .containsExactly("hole 4", "hole 3", "hole 2", "hole 1", "hole 0");
    assertThat(third.next()).isEmpty();
  }

  @Test
  void the_life_of_a_role_is_told() {
    RoleRepository roles = RoleRepository.in(acme);
    AccessRepository access = AccessRepository.in(acme);
    Role role = roles.create("cook");
    roles.grant(role.id(), DELETE);
    roles.grant(role.id(), DELETE);
    access.assign(role.id(), village.bob().id());
    access.assign(role.id(), village.bob().id());
    Role renamed = roles.update(role.renamed("chef").described("cooks for ann@example.com"));
    access.unassign(role.id(), village.bob().id());
    access.unassign(role.id(), village.bob().id());
    roles.revoke(role.id(), DELETE);
    roles.revoke(role.id(), DELETE);
    roles.delete(renamed);
    assertThat(told(log.page(role(role), ALL)))
        .containsExactly(
            "role:create {} → {name=cook}",
            "role:grant {} → {permission=user:delete}",
            "role:assign {} → {user_id=%s}".formatted(village.bob().id()),
            "role:update {name=cook} → {name=chef}",
            "role:unassign {user_id=%s} → {}".formatted(village.bob().id()),
            "role:revoke {permission=user:delete} → {}",
            "role:delete {name=chef} → {}");
    assertThat(log.page(role(role), ALL).items())
        .extracting(AuditEntry::actor)
        .containsOnly(village.ann().id().actor());
  }

  @Test
  void the_life_of_a_membership_is_told() {
    SystemSession system = system();
    User kim = SystemUserRepository.in(system).create("kim@example.com");
    SystemMembershipRepository.in(system).create(village.acmeId(), kim.id());
    MembershipRepository memberships = MembershipRepository.in(acme);
    Membership inactive = memberships.update(memberships.get(kim.id()).deactivated());
    memberships.delete(inactive);
    Page<AuditEntry> trail = log.page(new AuditObject("membership", kim.id().value()), ALL);
    assertThat(told(trail))
        .containsExactly(
            "membership:create {} → {is_active=true}",
            "membership:update {is_active=true} → {is_active=false}",
            "membership:delete {is_active=false} → {}");
    assertThat(trail.items().reversed())
        .extracting(AuditEntry::actor)
        .containsExactly(
            Actor.service("provisioning"), village.ann().id().actor(), village.ann().id().actor());
    assertThat(log.page(ALL).items())
        .filteredOn(entry -> entry.after().containsValue(kim.id().toString()))
        .extracting(AuditEntry::action)
        .containsExactly("role:assign");
  }

  @Test
  void the_life_of_a_tenant_is_told_in_its_own_log() {
    TenantRepository tenants = TenantRepository.in(system());
    Tenant initech = tenants.create(new NewTenant("Initech", "initech"));
    tenants.delete(tenants.update(initech.suspended()));
    tenants.restore(initech.id());
    Page<AuditEntry> trail =
        AuditLogRepository.in(village.croft().tenant(initech.id()))
            .page(new AuditObject("tenant", initech.id().value()), ALL);
    assertThat(trail.items().reversed())
        .extracting(entry -> entry.action() + " " + entry.after().get("is_active"))
        .containsExactly(
            "tenant:create true",
            "tenant:update false",
            "tenant:delete null",
            "tenant:restore false");
    assertThat(trail.items()).extracting(AuditEntry::reason).containsOnly("");
  }

  @Test
  void what_the_system_does_to_people_is_told_without_telling_who_they_are() {
    SystemSession system = system();
    SystemUserRepository people = SystemUserRepository.in(system);
    User kim = people.create("kim@example.com");
    people.delete(people.update(kim.reachableAt("canary@example.com")));
    people.restore(kim.id());
    Page<AuditEntry> trail =
        SystemAuditLogRepository.in(system).page(new AuditObject("user", kim.id().value()), ALL);
    assertThat(told(trail))
        .containsExactly(
            "user:create {} → {}",
            "user:update {} → {}",
            "user:delete {} → {}",
            "user:restore {} → {}");
    assertThat(trail.items()).extracting(AuditEntry::reason).containsOnly("serve the tenants");
  }

  @Test
  void no_address_of_a_person_is_in_any_log() {
    SystemSession system = system();
    SystemUserRepository people = SystemUserRepository.in(system);
    User kim = people.create("kim@example.com");
    SystemMembershipRepository.in(system).create(village.acmeId(), kim.id());
    people.update(kim.reachableAt("canary@example.com"));
    RoleRepository roles = RoleRepository.in(acme);
    roles.update(roles.create("cook").described("cooks for ann@example.com"));
    assertThat(
            system
                .dsl()
                .fetchValue(
                    "select count(*) from (select to_jsonb(l)::text as entry from admin.audit_log l"
                        + " union all select to_jsonb(l)::text from public.tenant_audit_log l) e"
                        + " where entry like '%@%'"))
        .isEqualTo(0L);
  }

  @Test
  void change_and_entry_are_one_transaction() {
    int before = log.page(ALL).items().size();
    assertThatThrownBy(
            () ->
                acme.transaction(
                    tx -> {
                      RoleRepository.in(tx).create("cook");
                      throw new IllegalStateException("changed my mind");
                    }))
        .hasMessage("changed my mind");
    assertThatThrownBy(() -> RoleRepository.in(acme).create("keeper"))
        .isInstanceOf(StatementException.class);
    assertThat(log.page(ALL).items()).hasSize(before);
  }

  @Test
  void without_the_right_to_tell_nothing_is_changed() {
    village.asOwner("revoke insert (actor) on table public.tenant_audit_log from croft_app");
    RoleRepository roles = RoleRepository.in(acme);
    assertThatThrownBy(() -> roles.create("cook"))
        .hasMessageContaining("permission denied for table tenant_audit_log");
    assertThat(roles.findByName("cook")).isEmpty();
  }

  @Test
  void what_changed_nothing_is_not_told() {
    RoleRepository roles = RoleRepository.in(acme);
    Role stale = roles.create("cook");
    roles.update(stale.renamed("chef"));
    int before = log.page(ALL).items().size();
    assertThatThrownBy(() -> roles.update(stale.renamed("baker")))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> roles.delete(stale)).isInstanceOf(StaleVersionException.class);
    assertThat(log.page(ALL).items()).hasSize(before);
  }

  @Test
  void another_tenant_reads_none_of_it() {
    Role role = RoleRepository.in(acme).create("cook");
    AuditLogRepository theirs = AuditLogRepository.in(village.globex());
    assertThat(theirs.page(role(role), ALL).items()).isEmpty();
    assertThat(theirs.page(ALL).items())
        .isNotEmpty()
        .noneMatch(entry -> log.page(ALL).items().contains(entry));
    assertThat(
            SystemAuditLogRepository.in(village.croft().system("look")).page(village.acmeId(), ALL))
        .isEqualTo(log.page(ALL));
  }

  @Test
  void a_cursor_of_another_tenant_is_only_a_place_to_start_from() {
    PageRequest one = PageRequest.first(1);
    Page<AuditEntry> ours = log.page(one);
    AuditLogRepository theirs = AuditLogRepository.in(village.globex());
    assertThat(theirs.page(ALL.after(ours.next().orElseThrow())).items())
        .noneMatch(ours.items()::contains);
  }

  @Test
  void a_tenant_neither_tells_tales_of_another_nor_rewrites_its_own() {
    var dsl = village.globex().dsl();
    assertThatThrownBy(
            () ->
                dsl.insertInto(TENANT_AUDIT_LOG)
                    .set(TENANT_AUDIT_LOG.TENANT_ID, village.acmeId().value())
                    .set(TENANT_AUDIT_LOG.ACTOR, "ann")
                    .execute())
        .isInstanceOf(TenantViolationException.class);
    assertThatThrownBy(() -> dsl.deleteFrom(TENANT_AUDIT_LOG).execute())
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("permission denied for table tenant_audit_log");
    assertThatThrownBy(
            () -> dsl.update(TENANT_AUDIT_LOG).set(TENANT_AUDIT_LOG.ACTOR, "someone").execute())
        .hasMessageContaining("permission denied for table tenant_audit_log");
    assertThatThrownBy(
            () ->
                dsl.insertInto(TENANT_AUDIT_LOG)
                    .set(TENANT_AUDIT_LOG.LOGIN_ROLE, "someone")
                    .execute())
        .hasMessageContaining("permission denied for table tenant_audit_log");
  }

  @Test
  void entries_are_of_a_form_that_can_be_searched() {
    AuditObject fence = new AuditObject("fence", UUID.randomUUID());
    assertThatThrownBy(() -> NewAuditEntry.of("mended the fence", fence))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An action is named resource:action in lower case, as in role:create.");
    assertThatThrownBy(() -> new AuditObject("A fence", fence.id()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The kind of an object is lower case letters, digits and underscores, as in"
                + " user_role.");
  }
}
