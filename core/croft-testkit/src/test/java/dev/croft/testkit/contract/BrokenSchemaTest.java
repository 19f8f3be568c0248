package dev.croft.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check of the schema finds the fault that it is for. */
class BrokenSchemaTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "disable_row_security | auth.roles > shows a tenant its own rows alone, with row-level"
            + " security alone | the tenants whose rows of auth.roles tenant",
        "disable_row_security | auth.roles > takes no row for another tenant, with row-level"
            + " security alone | why a row of auth.roles for another tenant is refused",
        "disable_row_security | auth.roles > lets a tenant neither update nor delete a row of"
            + " another, with row-level security alone | an UPDATE of auth.roles changes",
        "disable_row_security | the schema > shows a tenant no row of another through any relation"
            + " | auth.roles shows 2 of them (a table: call croft.tenant_table)",
        "widen_policy | auth.roles > shows a tenant its own rows alone, with row-level security"
            + " alone | the tenants whose rows of auth.roles tenant",
        "make_names_unique | the schema > has keys that hold the tenant | roles_name_everywhere of"
            + " auth.roles does not begin with tenant_id: a duplicate would tell what another has",
        "loosen_key | the schema > has keys that hold the tenant | user_roles_role_fk of"
            + " auth.user_roles refers to auth.roles without its tenant: a row could point into"
            + " another's",
        "loosen_key | auth.roles > touches the same rows for an id of another tenant as for one"
            + " that never was | the rows that a lookup of auth.roles touches",
        "grant_tenant_column | the schema > grants nothing that leaves the tenant | UPDATE"
            + " (tenant_id) on auth.roles",
        "show_roles | the schema > shows a tenant no row of another through any relation |"
            + " auth.all_roles shows 2 of them (a view: create it with (security_invoker = true))",
        "show_roles | the schema > lets Croft open: the doctor finds no error | auth.all_roles",
        "forget_fence | the schema > is known: every table has a scope | auth.notes",
        "forget_fence | auth.notes > shows a tenant its own rows alone, with row-level security"
            + " alone | the tenants whose rows of auth.notes tenant",
        "forget_fence | auth.notes > shows a tenant its own rows alone, with all fences |"
            + " auth.notes has no generated class in the schemas of this contract. Name them:"
            + " .schema(…)."
      })
  void a_fault_of_the_schema_fails_the_test_that_looks_for_it(
      String changelog, String test, String message) {
    Failures failures = Failures.of(IsolationContract.of("broken/" + changelog + ".xml"));
    assertThat(failures.byTest()).containsKey(test);
    assertThat(failures.byTest().get(test)).contains(message);
  }
}
