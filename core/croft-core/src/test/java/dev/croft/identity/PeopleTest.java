package dev.croft.identity;

import static dev.croft.schema.public_.Tables.TENANTS;
import static dev.croft.schema.public_.Tables.TENANT_USERS;
import static dev.croft.schema.public_.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.access.AccessRepository;
import dev.croft.access.RoleRepository;
import dev.croft.exception.StatementException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.fixture.Village;
import dev.croft.paging.PageRequest;
import dev.croft.schema.admin.Tables;
import dev.croft.schema.public_.tables.TenantUsers;
import dev.croft.schema.public_.tables.Users;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From one tenant, people who are not its members, and other tenants, do not exist. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {
  private Village village;
  private DSLContext acme;

  @BeforeAll
  void found() {
    village = Village.found();
    acme = village.acme().dsl();
  }

  @AfterAll
  void close() {
    village.close();
  }

  @Test
  void members_are_read_also_when_they_are_members_elsewhere() {
    UserRepository users = UserRepository.in(village.acme());
    assertThat(users.page(PageRequest.first(10)).items())
        .containsExactly(village.ann(), village.bob(), village.max());
    assertThat(users.findByEmailAddress("MAX@example.COM")).contains(village.max());
  }

  @Test
  void people_of_other_tenants_are_not_read_by_id_or_by_address() {
    UserRepository users = UserRepository.in(village.acme());
    assertThat(users.find(village.eve().id())).isEmpty();
    assertThat(users.findByEmailAddress("eve@example.com")).isEmpty();
  }

  @Test
  void people_of_other_tenants_are_not_counted() {
    assertThat(acme.fetchCount(USERS)).isEqualTo(3);
    assertThat(acme.fetchExists(USERS, USERS.ID.eq(village.eve().id().value()))).isFalse();
  }

  @Test
  void people_of_other_tenants_are_not_joined_to() {
    Users people = USERS.as("people");
    TenantUsers members = TENANT_USERS.as("members");
    assertThat(
            acme.select(people.ID)
                .from(members)
                .fullJoin(people)
                .on(people.ID.eq(members.USER_ID))
                .fetchSet(people.ID))
        .containsExactlyInAnyOrder(
            village.ann().id().value(), village.bob().id().value(), village.max().id().value());
  }

  @Test
  void people_cannot_be_probed_by_making_them_members_or_giving_them_roles() {
    RoleRepository roles = RoleRepository.in(village.acme());
    AccessRepository access = AccessRepository.in(village.acme());
    var role = roles.findByName("user").orElseThrow().id();
    UserId nobody = new UserId(UUID.randomUUID());
    String probeOfSomebody = messageOf(() -> access.assign(role, village.eve().id()));
    String probeOfNobody = messageOf(() -> access.assign(role, nobody));
    assertThat(probeOfSomebody).isEqualTo(probeOfNobody);
  }

  private static String messageOf(Runnable probe) {
    try {
      probe.run();
      return "no exception";
    } catch (StatementException e) {
      return e.getMessage();
    }
  }

  @Test
  void another_tenant_is_not_read_counted_or_joined_to() {
    assertThat(acme.select(TENANTS.SLUG).from(TENANTS).fetch(TENANTS.SLUG)).containsExactly("acme");
    assertThat(acme.fetchCount(TENANTS)).isEqualTo(1);
    assertThat(
            acme.select(TENANTS.SLUG)
                .from(TENANT_USERS)
                .join(TENANTS)
                .on(DSL.trueCondition())
                .fetchSet(TENANTS.SLUG))
        .containsExactly("acme");
  }

  @Test
  void what_belongs_to_the_system_cannot_be_read_at_all() {
    assertThatThrownBy(() -> acme.fetchCount(Tables.AUDIT_LOG))
        .isInstanceOf(StatementRefusedException.class)
        .hasMessage(
            "Table admin.audit_log is out of a tenant session's sight: its scope is system."
                + " Reach it through croft.system(reason).");
  }

  @Test
  void the_runtime_role_has_no_privilege_on_what_belongs_to_the_system() throws SQLException {
    try (Connection connection = village.database().connect(village.runtime());
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("select count(*) from admin.audit_log"))
          .hasMessageContaining("permission denied for schema admin");
    }
  }
}
