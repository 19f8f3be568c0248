package dev.croft.identity;

import static dev.croft.schema.admin.Tables.AUDIT_LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.access.AccessRepository;
import dev.croft.access.PermissionName;
import dev.croft.access.Role;
import dev.croft.access.RoleRepository;
import dev.croft.exception.CheckException;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.ForeignKeyException;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.fixture.Village;
import dev.croft.isolation.TenantId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the repositories of tenants, people, memberships and roles promise. */
@NullUnmarked
class RepositoriesTest {
  private Village village;
  private SystemSession system;
  private TenantRepository tenants;
  private SystemUserRepository people;

  @BeforeEach
  void found() {
    village = Village.found();
    system = village.croft().system("test the repositories").writing();
    tenants = TenantRepository.in(system);
    people = SystemUserRepository.in(system);
  }

  @AfterEach
  void close() {
    village.close();
  }

  @Test
  void a_system_session_s_reason_is_recorded_when_it_is_opened() {
    assertThat(
            system
                .dsl()
                .selectFrom(AUDIT_LOG)
                .where(AUDIT_LOG.ACTION.eq("system_session:open"))
                .fetch(AUDIT_LOG.REASON))
        .containsExactlyInAnyOrder("set the village up", "test the repositories");
  }

  @Test
  void a_system_session_without_a_reason_is_refused() {
    assertThatThrownBy(() -> village.croft().system(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A system session needs a reason: say what it is for");
  }

  @Test
  void a_new_tenant_has_the_roles_admin_and_user() {
    Tenant initech = tenants.create(new NewTenant("Initech", "initech"));
    RoleRepository roles = RoleRepository.in(village.croft().tenant(initech.id()));
    assertThat(roles.page(PageRequest.first(10)).items())
        .extracting(Role::name)
        .containsExactly("admin", "user");
  }

  @Test
  void a_slug_is_unique_and_a_tenant_that_cannot_be_created_leaves_nothing() {
    assertThatThrownBy(() -> tenants.create(new NewTenant("Other", "acme")))
        .isInstanceOfSatisfying(
            DuplicateKeyException.class,
            e -> assertThat(e.constraint()).isEqualTo("tenants_slug_unique"))
        .hasMessage(
            "A row with the same key exists: tenants_slug_unique of public.tenants (SQLSTATE"
                + " 23505). Find and update the existing row, or choose another key.");
    assertThatThrownBy(() -> tenants.create(new NewTenant("Other", "Not A Slug")))
        .isInstanceOf(CheckException.class);
    assertThat(tenants.page(PageRequest.first(10)).items()).hasSize(2);
  }

  @Test
  void tenants_are_paged_in_the_order_of_their_creation() {
    Page<Tenant> first = tenants.page(PageRequest.first(1));
    assertThat(first.items()).extracting(Tenant::slug).containsExactly("acme");
    Page<Tenant> second = tenants.page(PageRequest.first(1).after(first.next().orElseThrow()));
    assertThat(second.items()).extracting(Tenant::slug).containsExactly("globex");
    assertThat(second.next()).isEmpty();
  }

  @Test
  void an_update_of_what_changed_since_it_was_read_is_refused() {
    Tenant acme = tenants.get(village.acmeId());
    Tenant renamed = tenants.update(acme.renamed("Acme Limited"));
    assertThat(renamed.version()).isEqualTo(acme.version() + 1);
    assertThatThrownBy(() -> tenants.update(acme.suspended()))
        .isInstanceOf(StaleVersionException.class)
        .hasMessage(
            ("tenant %s was not changed: it has no row with version 1, so it changed or was deleted"
                    + " since it was read. Find it again, apply the change to the result, and"
                    + " update.")
                .formatted(acme.id()));
    assertThat(tenants.findBySlug("acme")).contains(renamed);
  }

  @Test
  void a_deleted_tenant_is_hidden_until_it_is_restored() {
    Tenant acme = tenants.get(village.acmeId());
    tenants.delete(acme);
    assertThat(tenants.find(acme.id())).isEmpty();
    assertThat(tenants.findBySlug("acme")).isEmpty();
    assertThatThrownBy(() -> tenants.delete(acme)).isInstanceOf(StaleVersionException.class);
    assertThat(tenants.restore(acme.id()).deletedAt()).isEmpty();
    assertThat(tenants.find(acme.id())).isPresent();
  }

  @Test
  void an_unknown_tenant_is_not_found() {
    TenantId unknown = new TenantId(UUID.randomUUID());
    assertThat(tenants.find(unknown)).isEmpty();
    assertThatThrownBy(() -> tenants.get(unknown))
        .isInstanceOf(NotFoundException.class)
        .hasMessage(
            ("tenant %s was not found: this session sees no such row. Use find to handle absence,"
                    + " or check that the id belongs to the session's tenant.")
                .formatted(unknown));
  }

  @Test
  void an_address_belongs_to_one_person_regardless_of_case() {
    assertThatThrownBy(() -> people.create("ANN@Example.com"))
        .isInstanceOf(DuplicateKeyException.class)
        .hasMessageNotContaining("ANN");
    assertThat(people.findByEmailAddress("Ann@example.COM")).contains(village.ann());
  }

  @Test
  void a_deleted_person_is_hidden_from_the_system_and_from_their_tenants_until_restored() {
    User ann = village.ann();
    people.delete(ann);
    assertThat(people.find(ann.id())).isEmpty();
    assertThat(UserRepository.in(village.acme()).find(ann.id())).isEmpty();
    people.restore(ann.id());
    assertThat(UserRepository.in(village.acme()).get(ann.id()).emailAddress())
        .isEqualTo("ann@example.com");
  }

  @Test
  void a_person_is_not_shown_with_their_address() {
    assertThat(village.ann().toString()).doesNotContain("@");
  }

  @Test
  void a_new_member_gets_the_role_user() {
    assertThat(AccessRepository.in(village.acme()).list(village.bob().id()))
        .extracting(Role::name)
        .containsExactly("user");
  }

  @Test
  void nobody_becomes_a_member_twice_and_nobody_who_does_not_exist_becomes_one() {
    SystemMembershipRepository memberships = SystemMembershipRepository.in(system);
    assertThatThrownBy(() -> memberships.create(village.acmeId(), village.ann().id()))
        .isInstanceOf(DuplicateKeyException.class);
    assertThatThrownBy(() -> memberships.create(village.acmeId(), new UserId(UUID.randomUUID())))
        .isInstanceOf(ForeignKeyException.class);
    assertThatThrownBy(
            () -> memberships.create(new TenantId(UUID.randomUUID()), village.ann().id()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_membership_is_deactivated_and_ended_by_its_own_tenant_only() {
    MembershipRepository acme = MembershipRepository.in(village.acme());
    Membership membership = acme.get(village.bob().id());
    Membership inactive = acme.update(membership.deactivated());
    assertThat(inactive.isActive()).isFalse();
    assertThatThrownBy(() -> MembershipRepository.in(village.globex()).delete(inactive))
        .isInstanceOf(StaleVersionException.class);
    acme.delete(inactive);
    assertThat(acme.find(village.bob().id())).isEmpty();
    assertThat(people.find(village.bob().id())).isPresent();
  }

  @Test
  void memberships_are_paged_within_the_tenant() {
    PageRequest two = PageRequest.first(2);
    MembershipRepository acme = MembershipRepository.in(village.acme());
    Page<Membership> first = acme.page(two);
    Page<Membership> second = acme.page(two.after(first.next().orElseThrow()));
    assertThat(List.of(first.items().size(), second.items().size())).containsExactly(2, 1);
  }

  @Test
  void a_role_permits_what_it_was_granted_to_those_who_have_it() {
    RoleRepository roles = RoleRepository.in(village.acme());
    AccessRepository access = AccessRepository.in(village.acme());
    PermissionName read = PermissionName.of("user", "read");
    PermissionName delete = PermissionName.of("user", "delete");
    assertThat(access.permits(village.ann().id(), read)).isTrue();
    assertThat(access.permits(village.ann().id(), delete)).isFalse();
    assertThat(access.permits(village.bob().id(), read)).isFalse();
    Role keeper = roles.findByName("keeper").orElseThrow();
    roles.grant(keeper.id(), delete);
    roles.grant(keeper.id(), delete);
    assertThat(roles.permissions(keeper.id())).containsExactlyInAnyOrder(read, delete);
    roles.revoke(keeper.id(), read);
    assertThat(access.permits(village.ann().id(), read)).isFalse();
  }

  @Test
  void an_inactive_member_is_permitted_nothing() {
    MembershipRepository memberships = MembershipRepository.in(village.acme());
    memberships.update(memberships.get(village.ann().id()).deactivated());
    assertThat(
            AccessRepository.in(village.acme())
                .permits(village.ann().id(), PermissionName.of("user", "read")))
        .isFalse();
  }

  @Test
  void deleting_a_role_takes_its_grants_and_assignments_along() {
    RoleRepository roles = RoleRepository.in(village.acme());
    AccessRepository access = AccessRepository.in(village.acme());
    Role keeper = roles.findByName("keeper").orElseThrow();
    roles.delete(keeper);
    assertThat(access.list(village.ann().id())).extracting(Role::name).containsExactly("user");
    assertThat(roles.permissions(keeper.id())).isEmpty();
    assertThat(access.permits(village.ann().id(), PermissionName.of("user", "read"))).isFalse();
  }

  @Test
  void roles_of_another_tenant_are_neither_seen_nor_changed() {
    Role theirs = RoleRepository.in(village.globex()).findByName("keeper").orElseThrow();
    RoleRepository roles = RoleRepository.in(village.acme());
    AccessRepository access = AccessRepository.in(village.acme());
    assertThat(roles.find(theirs.id())).isEmpty();
    assertThatThrownBy(() -> roles.get(theirs.id())).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> roles.update(theirs.renamed("stolen")))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> roles.delete(theirs)).isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> access.assign(theirs.id(), village.ann().id()))
        .isInstanceOf(ForeignKeyException.class);
    assertThatThrownBy(() -> roles.grant(theirs.id(), PermissionName.of("user", "read")))
        .isInstanceOf(ForeignKeyException.class);
    access.unassign(theirs.id(), village.eve().id());
    assertThat(AccessRepository.in(village.globex()).list(village.eve().id()))
        .extracting(Role::name)
        .containsExactly("keeper", "user");
  }

  @Test
  void a_permission_that_does_not_exist_is_not_granted() {
    RoleRepository roles = RoleRepository.in(village.acme());
    Role keeper = roles.findByName("keeper").orElseThrow();
    assertThatThrownBy(() -> roles.grant(keeper.id(), PermissionName.of("moon", "land")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("permission moon:land was not found");
    assertThatThrownBy(() -> new PermissionName("User Read"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
