package dev.croft.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.fixture.Figures;
import dev.croft.isolation.FenceMutation;
import dev.croft.isolation.MutantFence;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fence, with a fault planted in it, is found out within a bounded number of statements. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutantsTest {
  private static final int BOUND = 2_000;
  private static final long FIRST_SEED = 1;
  private static final String PLANTED = "oracle: mutants planted";
  private static final String CAUGHT = "oracle: mutants caught";

  private final AtomicReference<FenceMutation> mutation = new AtomicReference<>(FenceMutation.NONE);
  private Works works;
  private Oracle policy;
  private Oracle rowSecurity;

  @BeforeAll
  void open() throws SQLException {
    works =
        Works.with(
            (tenant, connections) ->
                MutantFence.configuration(mutation.get(), tenant, connections));
    policy = new Oracle(works, EnumSet.of(Way.POLICY, Way.ALONE));
    rowSecurity = new Oracle(works, EnumSet.of(Way.ROW_SECURITY, Way.ALONE));
  }

  @AfterAll
  void close() throws SQLException {
    works.close();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void a_fault_of_the_predicates_is_found(FenceMutation planted) throws SQLException {
    Figures.add(PLANTED, 1);
    plant(planted);
    OptionalLong seed = firstFault(policy);
    plant(FenceMutation.NONE);
    assertThat(seed).isPresent();
    Figures.add(CAUGHT, 1);
    assertThat(isFaulty(policy, seed.getAsLong())).as("without the fault").isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void a_fault_of_row_level_security_is_found(RowSecurityMutation planted) throws SQLException {
    Figures.add(PLANTED, 1);
    works.changeSecured(planted.planted(works.role()));
    OptionalLong seed = firstFault(rowSecurity);
    works.changeSecured(planted.repaired());
    assertThat(seed).isPresent();
    Figures.add(CAUGHT, 1);
    assertThat(isFaulty(rowSecurity, seed.getAsLong())).as("without the fault").isFalse();
  }

  @Test
  void the_smallest_statement_that_shows_a_fault_shows_it_too() throws SQLException {
    plant(FenceMutation.IN_JOINS);
    long seed = firstFault(policy).getAsLong();
    String[] smallest = new String[1];
    Searching.run(() -> smallest[0] = new Searching().smallest(policy, seed).orElseThrow());
    plant(FenceMutation.NONE);
    assertThat(smallest[0]).contains("Joined");
    assertThat(smallest[0].length())
        .isLessThanOrEqualTo(statement(seed).toString().length() + smallest[0].length());
  }

  private void plant(FenceMutation planted) throws SQLException {
    works.leave();
    mutation.set(planted);
  }

  private static Statement statement(long seed) {
    Statement[] found = new Statement[1];
    Searching.run(() -> found[0] = new Searching().statement(seed));
    return found[0];
  }

  private static OptionalLong firstFault(Oracle oracle) {
    OptionalLong[] found = {OptionalLong.empty()};
    Searching.run(
        () -> {
          Searching searching = new Searching();
          for (long seed = FIRST_SEED; seed < FIRST_SEED + BOUND; seed++) {
            if (oracle
                .judge(searching.statement(seed), Searching.tenant(seed))
                .fault()
                .isPresent()) {
              found[0] = OptionalLong.of(seed);
              return;
            }
          }
        });
    return found[0];
  }

  private static boolean isFaulty(Oracle oracle, long seed) throws SQLException {
    return oracle.judge(statement(seed), Searching.tenant(seed)).fault().isPresent();
  }
}
