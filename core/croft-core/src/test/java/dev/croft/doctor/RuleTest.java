package dev.croft.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds its fault, the repair it names is one, and a clean database is quiet. */
@NullUnmarked
class RuleTest {
  private static Patient healthy;
  private Examinee patient;

  @BeforeAll
  static void admit() {
    healthy = Patient.healthy();
  }

  @BeforeEach
  void begin() {
    patient = Trial.on(healthy);
  }

  @AfterEach
  void end() {
    patient.close();
  }

  @AfterAll
  static void discharge() {
    healthy.close();
  }

  static List<Fault> faults() {
    return Fault.all();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_rule_finds_its_fault_and_is_quiet_once_it_is_repaired(Fault fault) {
    if (fault.atConnect()) {
      patient.close();
      patient = Patient.healthy();
    }
    patient.asSuperuser(fault.sql());
    List<Finding> found = findings(fault);
    assertThat(found).extracting(Finding::object).containsExactly(patient.named(fault.object()));
    assertThat(found.getFirst().problem()).contains(patient.named(fault.object()));
    if (!fault.byHand()) {
      patient.asSuperuser(sql(found.getFirst().repair()));
      assertThat(findings(fault)).isEmpty();
    }
  }

  private List<Finding> findings(Fault fault) {
    return patient.examine().findings().stream()
        .filter(finding -> finding.rule().equals(fault.rule()))
        .toList();
  }

  private static String sql(String repair) {
    return repair.substring(0, repair.indexOf(';'));
  }

  @Test
  void every_rule_has_a_fault() {
    assertThat(faults()).extracting(Fault::rule).containsExactlyInAnyOrderElementsOf(ids());
  }

  private static List<String> ids() {
    return Arrays.stream(Rule.values()).map(Rule::id).toList();
  }

  @Test
  void a_freshly_migrated_database_is_quiet() {
    assertThat(patient.examine().findings()).isEmpty();
    assertThat(patient.examine().toText()).isEqualTo("Nothing found." + System.lineSeparator());
  }

  @Test
  void a_clone_of_a_template_lets_temporary_tables_in_which_is_a_warning() {
    patient.asSuperuser("grant temporary on database ${database} to public");
    assertThat(patient.examine().findings())
        .containsExactly(
            new Finding(
                "database-temporary",
                Severity.WARNING,
                patient.named("${database}"),
                patient.named("a tenant session may make temporary tables in database ${database}"),
                "A temporary table shadows a real one for whoever uses the connection next. A"
                    + " database copied from a template does not take over what was revoked there.",
                patient.named("revoke temporary on database ${database} from public;")));
  }

  @Test
  void a_partition_without_row_level_security_of_its_own_is_found() {
    patient.asSuperuser(
        """
        create table public.events (tenant_id uuid not null, at timestamptz) partition by list (at);
        create table public.events_late partition of public.events default;
        comment on table public.events is '@scope tenant';
        alter table public.events enable row level security, force row level security;
        """);
    assertThat(patient.examine().errors())
        .filteredOn(finding -> finding.rule().equals("row-security-not-forced"))
        .extracting(Finding::object)
        .containsExactly("public.events_late");
  }

  @Test
  void a_guard_for_one_command_is_no_guard() {
    patient.asSuperuser(
        """
        drop policy tenant_guard on auth.roles;
        create policy tenant_guard on auth.roles as restrictive for select to croft_app
          using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
        """);
    assertThat(patient.examine().errors())
        .extracting(Finding::rule)
        .containsExactly("policy-guard-missing", "policy-differs");
  }

  @Test
  void a_view_that_is_granted_by_column_is_found() {
    patient.asSuperuser(
        """
        create view auth.role_names as select name from auth.roles;
        grant select (name) on auth.role_names to croft_app;
        """);
    assertThat(patient.examine().errors())
        .extracting(Finding::rule)
        .containsExactly("view-of-its-owner");
  }

  @Test
  void a_view_that_calls_a_function_of_another_owner_is_found() {
    patient.asSuperuser(
        """
        create function public.peek() returns bigint language sql security definer
          set search_path = '' as 'select count(*) from auth.roles';
        revoke all on function public.peek() from public;
        create view public.role_count as select public.peek();
        grant select on public.role_count to croft_app;
        """);
    assertThat(patient.examine().errors())
        .extracting(Finding::rule)
        .containsExactly("view-of-its-owner");
  }

  @Test
  void a_role_that_the_group_may_become_is_taken_from_the_group() {
    patient.asSuperuser(
        """
        create role ${runtime}_group in role pg_read_all_data role ${runtime};
        """);
    assertThat(patient.examine().errors())
        .extracting(Finding::repair)
        .containsExactly(patient.named("revoke pg_read_all_data from ${runtime}_group;"));
    patient.asSuperuser("drop role ${runtime}_group");
  }

  @Test
  void a_view_that_asks_as_its_caller_is_no_fault() {
    patient.asSuperuser(
        """
        create view auth.role_names with (security_invoker = on) as select name from auth.roles;
        grant select on auth.role_names to croft_app;
        """);
    assertThat(patient.examine().findings())
        .extracting(Finding::rule)
        .containsExactly("table-unknown");
  }

  @Test
  void a_hostile_search_path_does_not_blind_the_doctor() {
    patient.close();
    patient = Patient.healthy();
    patient.asSuperuser(
        """
        create function public.pg_has_role(oid, oid, text) returns boolean
          language sql as 'select false';
        alter role ${runtime} set search_path = public, pg_catalog;
        alter role ${runtime} bypassrls;
        """);
    assertThat(patient.examine().errors())
        .extracting(Finding::rule)
        .containsExactly("role-bypasses-row-security", "search-path-shadows");
  }
}
