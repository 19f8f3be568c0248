package dev.croft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.exception.ForeignKeyException;
import dev.croft.exception.NotFoundException;
import dev.croft.fixture.Village;
import dev.croft.identity.NewTenant;
import dev.croft.identity.Tenant;
import dev.croft.identity.TenantRepository;
import dev.croft.identity.UserId;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import dev.croft.session.TenantSession;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles from templates, who holds them, and what may be done with them. */
@NullUnmarked
class AccessRepositoryTest {
  private static final PermissionName READ = PermissionName.of("user", "read");

  private Village village;
  private TenantRepository tenants;
  private RoleRepository roles;
  private AccessRepository access;
  private UserId ann;

  @BeforeEach
  void found() {
    village = Village.found();
    SystemSession system = village.croft().system("test access").writing();
    tenants = TenantRepository.in(system);
    roles = RoleRepository.in(village.acme());
    access = AccessRepository.in(village.acme());
    ann = village.ann().id();
  }

  @AfterEach
  void close() {
    village.close();
  }

  @Test
  void a_member_s_roles_are_replaced_as_a_whole_or_not_at_all() {
    Role admin = role("admin");
    Role keeper = role("keeper");
    access.replace(ann, Set.of(admin.id(), keeper.id()));
    assertThat(access.roleNames(ann)).containsExactly("admin", "keeper");
    assertThat(access.list(ann)).containsExactly(admin, keeper);
    RoleId theirs = RoleRepository.in(village.globex()).findByName("user").orElseThrow().id();
    assertThatThrownBy(() -> access.replace(ann, Set.of(theirs)))
        .isInstanceOf(ForeignKeyException.class);
    assertThat(access.roleNames(ann)).containsExactly("admin", "keeper");
    access.replace(ann, Set.of());
    assertThat(access.roleNames(ann)).isEmpty();
    assertThatThrownBy(() -> access.replace(village.eve().id(), Set.of()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void what_a_member_may_do_is_read_at_once() {
    assertThat(access.permissions(ann)).containsExactly(READ);
    assertThat(access.permissions(village.eve().id())).isEmpty();
    assertThat(AccessRepository.in(village.globex()).permissions(ann)).isEmpty();
    assertThat(AccessRepository.in(village.globex()).roleNames(ann)).isEmpty();
  }

  @Test
  void permissions_are_listed_by_name_and_found_by_any_session() {
    PermissionRepository permissions = PermissionRepository.in(village.acme());
    List<Permission> all = permissions.list();
    assertThat(all)
        .hasSizeGreaterThan(20)
        .isSortedAccordingTo((a, b) -> a.name().value().compareTo(b.name().value()));
    assertThat(permissions.find(READ)).contains(new Permission(READ, "See people of the tenant."));
    assertThat(permissions.find(PermissionName.of("moon", "land"))).isEmpty();
  }

  @Test
  void a_role_of_the_baseline_can_be_renamed_and_is_not_deleted() {
    Role admin = roles.update(role("admin").renamed("chief"));
    assertThat(roles.isSystemRole(admin.id())).isTrue();
    assertThat(roles.isSystemRole(role("keeper").id())).isFalse();
    assertThatThrownBy(() -> roles.delete(admin))
        .isInstanceOfSatisfying(
            SystemRoleException.class, e -> assertThat(e.role()).isEqualTo(admin.id()))
        .hasMessage(
            ("role %s was not deleted: it was made from a template, and every tenant has such a"
                    + " role. Take its permissions or its members away, or give it another name.")
                .formatted(admin.id()));
    assertThat(roles.find(admin.id())).contains(admin);
  }

  @Test
  void a_tenant_is_created_with_its_first_administrator_or_not_at_all() {
    template("admin", "user:read");
    Tenant hooli = tenants.create(new NewTenant("Hooli", "hooli"), ann);
    TenantSession session = village.croft().tenant(hooli.id());
    assertThat(AccessRepository.in(session).roleNames(ann)).containsExactly("admin");
    assertThat(AccessRepository.in(session).permits(ann, READ)).isTrue();
    UserId nobody = new UserId(hooli.id().value());
    assertThatThrownBy(() -> tenants.create(new NewTenant("Nobody", "nobody"), nobody))
        .isInstanceOf(ForeignKeyException.class);
    assertThat(tenants.findBySlug("nobody")).isEmpty();
  }

  @Test
  void a_baseline_that_grew_reaches_tenants_that_exist_and_undoes_nothing() {
    template("user", "user:read");
    tenants.applyBaseline(village.acmeId());
    assertThat(roles.permissions(role("user").id())).containsExactly(READ);
    roles.revoke(role("user").id(), READ);
    roles.update(role("user").renamed("peasant"));
    template("user", "role:read");
    village.asOwner(
        "insert into auth.role_templates (name, description)"
            + " values ('guest', 'Looks.'), ('keeper', 'Keeps.')");
    tenants.applyBaseline(village.acmeId());
    tenants.applyBaseline(village.acmeId());
    assertThat(roles.permissions(role("peasant").id()))
        .containsExactly(PermissionName.of("role", "read"));
    assertThat(roles.page(PageRequest.first(10)).items())
        .extracting(Role::name)
        .containsExactly("admin", "peasant", "keeper", "guest");
    assertThat(roles.isSystemRole(role("keeper").id())).isFalse();
    assertThat(RoleRepository.in(village.globex()).findByName("guest")).isEmpty();
  }

  private Role role(String name) {
    return roles.findByName(name).orElseThrow();
  }

  private void template(String template, String permission) {
    village.asOwner(
        "insert into auth.role_template_permissions (role_template_id, permission_id)"
            + " select t.id, p.id from auth.role_templates t, auth.permissions p"
            + " where t.name = '%s' and p.name = '%s'".formatted(template, permission));
  }
}
