package dev.croft.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.croft.fixture.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever makes the schema worse, the doctor, the rules of the changelog or a probe catches it.
 */
@NullUnmarked
class SchemaMutantsTest {
  private static final String FIGURE = "schema mutants: ";

  private static Patient farm;
  private static List<String> usual;

  @BeforeAll
  static void found() {
    farm = Patient.farm();
    try (Trial untouched = Trial.on(farm)) {
      usual = Catchers.doctor(untouched);
    }
  }

  @AfterAll
  static void close() {
    farm.close();
  }

  static List<Mutant> mutants() {
    return Mutant.all();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void a_mutation_of_the_schema_is_caught(Mutant mutant) {
    assumeTrue(farm.majorVersion() >= mutant.since(), "this PostgreSQL knows no such thing");
    List<String> caught = mutant.atConnect() ? caughtAtConnect(mutant) : caught(mutant);
    Figures.add(FIGURE + "applied", 1);
    Figures.add(FIGURE + "missed", caught.isEmpty() ? 1 : 0);
    assertThat(caught).contains(farm.named(mutant.caughtBy()));
  }

  private static List<String> caught(Mutant mutant) {
    try (Trial trial = Trial.on(farm)) {
      trial.asSuperuser(mutant.sql());
      List<String> caught = new ArrayList<>();
      caught.addAll(counted("by the doctor", unusual(trial)));
      caught.addAll(counted("by the rules of the changelog", Catchers.lint(trial)));
      caught.addAll(counted("by a probe", Catchers.probes(trial)));
      return caught;
    }
  }

  private static List<String> caughtAtConnect(Mutant mutant) {
    try (Patient clone = Patient.farm()) {
      clone.asSuperuser(mutant.sql());
      return counted("by the doctor", unusual(clone)).stream()
          .map(finding -> finding.replace(clone.named("${runtime}"), farm.named("${runtime}")))
          .toList();
    }
  }

  private static List<String> counted(String catcher, List<String> caught) {
    Figures.add(FIGURE + "caught " + catcher, caught.isEmpty() ? 0 : 1);
    return caught;
  }

  private static List<String> unusual(Examinee examinee) {
    return Catchers.doctor(examinee).stream().filter(found -> !usual.contains(found)).toList();
  }

  @Test
  void every_rule_of_the_doctor_is_the_one_to_catch_a_mutation() {
    List<String> rules = Stream.of(Rule.values()).map(Rule::id).toList();
    assertThat(mutants()).extracting(Mutant::catcher).containsAll(rules);
    assertThat(mutants()).extracting(Mutant::name).doesNotHaveDuplicates();
  }

  @Test
  void nobody_catches_anything_in_the_schema_as_it_is() {
    try (Trial untouched = Trial.on(farm)) {
      assertThat(usual).singleElement().asString().startsWith("table-unknown on farm.crops");
      assertThat(Catchers.lint(untouched)).isEmpty();
      assertThat(Catchers.probes(untouched)).isEmpty();
    }
  }

  @Test
  void nobody_catches_what_makes_nothing_worse() {
    try (Trial trial = Trial.on(farm)) {
      trial.asSuperuser(
          """
          comment on column farm.fields.name is 'What people call it.';
          alter table farm.fields add column area numeric;
          create index fields_area on farm.fields (tenant_id, area);
          grant insert (area), update (area) on farm.fields to croft_app;
          alter table farm.fields add column role text;
          create function farm.promote() returns void language plpgsql set search_path = ''
            as 'begin update farm.fields set role = ''first''; end';
          create policy north on farm.fields as restrictive
            using (name <> 'swamp') with check (name <> 'swamp');
          alter policy tenant_guard on farm.fields rename to guard;
          """);
      assertThat(unusual(trial)).isEmpty();
      assertThat(Catchers.lint(trial)).isEmpty();
      assertThat(Catchers.probes(trial)).isEmpty();
    }
  }

  @Test
  void every_probe_leaks_where_its_fence_is_taken_away() {
    try (Trial trial = Trial.on(farm)) {
      trial.asSuperuser(
          """
          alter table farm.fields disable row level security;
          alter table farm.furrows disable row level security,
            drop constraint furrows_field_fk;
          delete from farm.fields where name = 'north';
          alter table farm.fields add constraint fields_name_alone unique (name);
          alter role ${runtime} superuser;
          create rule everything as on update to auth.roles
            do also update farm.fields set name = 'east' where name = 'south';
          """);
      assertThat(Catchers.probes(trial))
          .containsExactly(Stream.of(Probe.values()).map(Probe::toString).toArray(String[]::new));
    }
  }
}
