package dev.croft.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.fixture.Seal;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In a sealed database a policy that believes the plain setting is a hole. */
@NullUnmarked
class SealedDoctorTest {
  private Patient patient;

  @BeforeEach
  void admit() {
    patient = Patient.healthy(Seal.SEALED);
  }

  @AfterEach
  void discharge() {
    patient.close();
  }

  @Test
  void a_sealed_database_is_quiet_and_so_is_one_that_was_unsealed() {
    assertThat(patient.examine().findings()).isEmpty();
    patient.asSuperuser("select croft.unseal()");
    assertThat(patient.examine().findings()).isEmpty();
  }

  @Test
  void a_database_that_a_superuser_migrated_and_sealed_is_quiet() {
    patient.asSuperuser(
        "alter function croft.sealed_tenant() owner to current_user;"
            + " alter table croft.sealing_keys owner to current_user");
    assertThat(patient.examine().findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"tenant_rows, policy-differs", "tenant_guard, policy-guard-missing policy-differs"})
  void a_table_that_is_half_sealed_is_found_and_sealed_by_the_repair(String policy, String rules) {
    patient.asSuperuser(
        """
        alter policy %s on auth.roles
          using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
        """
            .formatted(policy));
    assertThat(patient.examine().errors())
        .extracting(Finding::rule)
        .containsExactly(rules.split(" "));
    Finding differs = patient.examine().errors().getLast();
    assertThat(differs.reason())
        .isEqualTo(
            "The database is sealed, and this policy believes a setting that anybody can make.");
    patient.asSuperuser(differs.repair());
    assertThat(patient.examine().findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter function croft.sealed_tenant() security invoker",
        "alter function croft.sealed_tenant() immutable",
        "alter function croft.sealed_tenant() volatile",
        "alter function croft.sealed_tenant() reset search_path",
        "alter function croft.sealed_tenant() set search_path = ''",
        "alter function croft.sealed_tenant() owner to ${outsider}"
      })
  void a_verifying_function_with_another_attribute_is_found(String sql) {
    patient.asSuperuser(sql);
    assertThat(patient.examine().errors())
        .extracting(Finding::rule)
        .contains("sealing-function-replaced");
  }

  @ParameterizedTest
  @CsvSource({
    "grant select on croft.sealing_keys to public, revoke all on table croft.sealing_keys from public;",
    "grant update on croft.sealing_keys to ${outsider},"
        + " revoke all on table croft.sealing_keys from ${outsider};",
    "alter table croft.sealing_keys disable row level security,"
        + " alter table croft.sealing_keys enable row level security;",
    "create policy peek on croft.sealing_keys using (true), drop policy peek on croft.sealing_keys;"
  })
  void keys_that_others_may_reach_are_found(String fault, String repair) {
    patient.asSuperuser(fault);
    assertThat(patient.examine().errors())
        .filteredOn(finding -> finding.rule().equals("sealing-keys-reachable"))
        .extracting(Finding::repair)
        .containsExactly(patient.named(repair));
    patient.asSuperuser(repair);
    assertThat(patient.examine().findings()).isEmpty();
  }
}
