package dev.croft.observation;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.exception.DuplicateKeyException;
import dev.croft.fixture.Village;
import dev.croft.isolation.StatementObserver;
import dev.croft.isolation.StatementRun;
import dev.croft.session.SystemSession;
import dev.croft.session.TenantSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Cursor;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class StatementObserverTest {
  private final List<StatementRun> runs = new ArrayList<>();
  private Village village;
  private TenantSession acme;
  private ObservedRepository repository;

  @BeforeEach
  void watch() {
    village = Village.found();
    acme = village.acme();
    repository = new ObservedRepository(acme);
    village.croft().observe(runs::add);
  }

  @AfterEach
  void close() {
    village.close();
  }

  private StatementRun only() {
    assertThat(runs).hasSize(1);
    return runs.get(0);
  }

  @Test
  void a_read_is_seen_with_its_tenant_its_repository_s_method_and_its_rows() {
    List<String> names = repository.names();
    assertThat(only().tenant()).contains(village.acmeId());
    assertThat(only().caller()).hasToString("ObservedRepository.names");
    assertThat(only().rows()).hasValue(names.size());
    assertThat(only().duration()).isPositive();
    assertThat(only().isFailed()).isFalse();
    assertThat(only().sql())
        .isEqualTo(
            """
            select "auth"."roles"."name" from "auth"."roles" \
            where "auth"."roles"."tenant_id" = cast(? as uuid)""");
  }

  @Test
  void a_statement_in_a_lambda_belongs_to_the_method_around_it() {
    repository.createAll("made", 3);
    assertThat(runs)
        .hasSize(3)
        .allSatisfy(run -> assertThat(run.caller()).hasToString("ObservedRepository.createAll"))
        .allSatisfy(run -> assertThat(run.rows()).hasValue(1));
  }

  @Test
  void a_batch_of_one_statement_is_one_run_of_which_jooq_tells_no_rows() {
    repository.createInBatch("one", "two");
    assertThat(only().rows()).isEmpty();
    assertThat(only().caller()).hasToString("ObservedRepository.createInBatch");
  }

  @Test
  void rows_that_are_read_later_count_for_the_method_that_ran_the_statement() {
    long read;
    try (Cursor<?> rows = repository.cursor()) {
      assertThat(runs).isEmpty();
      read = rows.fetch().size();
    }
    assertThat(only().rows()).hasValue(read);
    assertThat(only().caller()).hasToString("ObservedRepository.cursor");
  }

  @Test
  void a_failure_is_seen_without_the_values_that_failed() {
    repository.createAll("Twice", 1);
    runs.clear();
    assertThatThrownBy(() -> repository.createAll("Twice", 1))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(only().isFailed()).isTrue();
    assertThat(only().rows()).hasValue(0);
    assertThat(only().toString()).doesNotContain("Twice");
  }

  @Test
  void a_statement_outside_a_repository_has_no_method() {
    acme.dsl().fetchCount(ROLES);
    assertThat(only().caller()).hasToString("no repository");
  }

  @Test
  void a_statement_of_the_system_has_no_tenant() {
    SystemSession system = village.croft().system("to be watched");
    runs.clear();
    system.dsl().fetchCount(ROLES);
    assertThat(only().tenant()).isEmpty();
  }

  @Test
  void statements_in_transactions_and_of_reviewed_sql_are_seen_without_their_literals() {
    acme.transaction(
        inside ->
            inside.unchecked("to be watched").fetch("select 'secret' from auth.roles where false"));
    assertThat(only().sql()).isEqualTo("select '…' from auth.roles where false");
  }

  @Test
  void a_statement_that_is_refused_did_not_run() {
    assertThatThrownBy(() -> acme.dsl().execute("truncate auth.roles"));
    assertThat(runs).isEmpty();
  }

  @Test
  void an_observer_that_throws_does_not_fail_the_work_nor_hide_it_from_others() {
    List<StatementRun> after = new ArrayList<>();
    village
        .croft()
        .observe(
            run -> {
              throw new IllegalStateException("observer");
            });
    village.croft().observe(after::add);
    assertThat(repository.names()).isNotEmpty();
    assertThat(after).hasSize(1);
  }

  @Test
  void an_observer_is_not_told_of_what_takes_less_than_its_threshold() {
    List<StatementRun> slow = new ArrayList<>();
    village
        .croft()
        .observe(
            new StatementObserver() {
              @Override
              public Duration threshold() {
                return Duration.ofHours(1);
              }

              @Override
              public void observe(StatementRun run) {
                slow.add(run);
              }
            });
    repository.names();
    assertThat(runs).hasSize(1);
    assertThat(slow).isEmpty();
  }
}
