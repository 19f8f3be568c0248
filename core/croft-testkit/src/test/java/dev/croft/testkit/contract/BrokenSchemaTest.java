package dev.croft.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.access.RoleRepository;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.testkit.CroftDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check of the schema finds the fault that it is for. */
class BrokenSchemaTest {
  private static final String PLAIN = ", with row-level security alone";
  private static final String READS = "auth.roles > shows a tenant its own rows alone";
  private static final String RELATIONS =
      "the schema > shows a tenant no row of another through any relation";
  private static final String KEYS = "the schema > has keys that hold the tenant";

  /** What somebody did to the schema, and the part of a message that each test then shows. */
  record Fault(String sql, Map<String, String> messages) {
    static Fault of(String sql) {
      return new Fault(sql, new LinkedHashMap<>());
    }

    Fault fails(String test, String message) {
      messages.put(test, message);
      return this;
    }

    PostgresDatabase planted() {
      PostgresDatabase database = CroftDatabase.copyOf("croft/changelog.xml");
      try (Database owner = new Database(database.connect())) {
        owner.execute(sql);
      }
      return database;
    }

    @Override
    public String toString() {
      return sql;
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        Fault.of("alter table auth.roles no force row level security, disable row level security")
            .fails(READS + PLAIN, "the tenants whose rows of auth.roles tenant")
            .fails(
                "auth.roles > takes no row for another tenant" + PLAIN,
                "why a row of auth.roles for another tenant is refused")
            .fails(
                "auth.roles > lets a tenant neither update nor delete a row of another" + PLAIN,
                "an UPDATE of auth.roles changes")
            .fails(RELATIONS, "auth.roles shows 2 of them (a table: call croft.tenant_table)")
            .fails(
                "RoleRepository > page(PageRequest) > ends as if there were no other tenant,"
                    + " without predicates",
                "RoleRepository.page(PageRequest), without predicates, shows what another tenant"
                    + " has: "),
        Fault.of(
                """
                drop policy tenant_guard on auth.roles;
                create policy everyone on auth.roles for select to croft_app using (true)
                """)
            .fails(READS + PLAIN, "the tenants whose rows of auth.roles tenant"),
        Fault.of("create unique index roles_name_everywhere on auth.roles (name)")
            .fails(
                KEYS,
                "roles_name_everywhere of auth.roles does not begin with tenant_id: a duplicate"
                    + " would tell what another has")
            .fails(
                "auth.roles > takes values that another tenant has as values that nobody has",
                "how PostgreSQL takes a row of auth.roles with another tenant's values"),
        Fault.of(
                """
                alter table auth.roles drop constraint roles_pk cascade;
                alter table auth.roles add constraint roles_pk primary key (id);
                alter table auth.user_roles add constraint user_roles_role_fk
                  foreign key (role_id) references auth.roles (id) on delete cascade
                """)
            .fails(
                KEYS,
                "user_roles_role_fk of auth.user_roles refers to auth.roles without its tenant: a"
                    + " row could point into another's")
            .fails(
                "auth.roles > touches the same rows for an id of another tenant as for one that"
                    + " never was",
                "the rows that a lookup of auth.roles touches")
            .fails(
                "auth.user_roles > refuses a reference to another tenant's row as one to no row at"
                    + " all",
                "how PostgreSQL refuses a row of auth.user_roles that refers to another tenant's"),
        Fault.of("grant update (tenant_id) on auth.roles to croft_app")
            .fails(
                "the schema > grants nothing that leaves the tenant",
                "UPDATE (tenant_id) on auth.roles"),
        Fault.of(
                """
                create view auth.all_roles as select tenant_id, id, name from auth.roles;
                grant select on auth.all_roles to croft_app
                """)
            .fails("the schema > lets Croft open: the doctor finds no error", "auth.all_roles"),
        Fault.of(
                """
                create materialized view auth.all_roles as select tenant_id, id, name
                  from auth.roles with no data;
                grant select on auth.all_roles to croft_app
                """)
            .fails("the schema > lets Croft open: the doctor finds no error", "auth.all_roles"),
        Fault.of(
                """
                create table auth.notes (
                  tenant_id uuid not null references public.tenants (id) on delete cascade,
                  id uuid not null default croft.uuid_v7(),
                  title text not null,
                  primary key (tenant_id, id)
                );
                grant select, insert on auth.notes to croft_app
                """)
            .fails("the schema > is known: every table has a scope", "auth.notes")
            .fails(
                "auth.notes > shows a tenant its own rows alone" + PLAIN,
                "the tenants whose rows of auth.notes tenant")
            .fails(
                "auth.notes > shows a tenant its own rows alone, with all fences",
                "auth.notes has no generated class in the schemas of this contract. Name them:"
                    + " .schema(…)."));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_fault_of_the_schema_fails_the_tests_that_look_for_it(Fault fault) {
    Failures failures =
        Failures.of(
            IsolationContract.on(fault::planted).repository(RoleRepository::in),
            fault.messages()::containsKey);
    assertThat(failures.passed()).isEmpty();
    assertThat(failures.byTest()).containsOnlyKeys(fault.messages().keySet());
    fault
        .messages()
        .forEach((test, message) -> assertThat(failures.byTest().get(test)).contains(message));
  }
}
