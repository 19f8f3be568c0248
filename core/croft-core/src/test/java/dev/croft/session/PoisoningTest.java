package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.generateSeries;

import dev.croft.access.RoleRepository;
import dev.croft.exception.PoisonedConnectionException;
import dev.croft.fixture.Figures;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was left on the connection before, a session reads and writes its tenant's rows. */
@NullUnmarked
class PoisoningTest {
  private static final List<Consumer<TenantSession>> READS_AND_WRITES =
      List.of(
          session -> rolesOf(session.dsl()),
          session -> session.transaction(tx -> rolesOf(tx.dsl())),
          session -> session.transaction(tx -> tx.transaction(nested -> rolesOf(nested.dsl()))),
          session -> RoleRepository.in(session).create("cook"),
          session -> session.unchecked("to be refused").fetch("select name from auth.roles"),
          PoisoningTest::batch);

  private static Well own;
  private static Well given;

  @BeforeAll
  static void dig() {
    own = Well.own();
    given = Well.given();
  }

  @AfterEach
  void bothTenantsHaveTheirRowsAndNoOthers() {
    for (Well well : List.of(own, given)) {
      well.clear();
      for (TenantSession session : List.of(well.acme(), well.globex())) {
        assertThat(rolesOf(session.dsl())).hasSize(3).containsOnly(session.tenant().value());
      }
    }
  }

  @AfterAll
  static void close() {
    own.close();
    given.close();
  }

  private static List<UUID> rolesOf(DSLContext dsl) {
    return dsl.select(ROLES.TENANT_ID).from(ROLES).fetch(ROLES.TENANT_ID);
  }

  private static void batch(TenantSession session) {
    var insert = session.dsl().insertInto(ROLES, ROLES.NAME).values((String) null);
    session.dsl().batch(insert).bind("cook").bind("maid").execute();
  }

  static Stream<Poison> found() {
    return Stream.of(Poison.values()).filter(Poison::isFound);
  }

  static Stream<Poison> nothing() {
    return ofNothing().filter(poison -> !poison.isFound());
  }

  static Stream<Poison> ofRows() {
    return Stream.of(Poison.values()).filter(poison -> poison.harm() == Poison.Harm.ROWS);
  }

  static Stream<Poison> ofFailure() {
    return Stream.of(Poison.values()).filter(poison -> poison.harm() == Poison.Harm.FAILURE);
  }

  static Stream<Poison> ofNothing() {
    return Stream.of(Poison.values()).filter(poison -> poison.harm() == Poison.Harm.NONE);
  }

  @ParameterizedTest
  @MethodSource("found")
  void what_was_left_is_found_by_whatever_comes_next_and_the_connection_dropped(Poison poison)
      throws SQLException {
    for (Consumer<TenantSession> next : READS_AND_WRITES) {
      isFoundAndDropped(own, poison, next);
    }
  }

  @ParameterizedTest
  @MethodSource("nothing")
  void what_is_not_left_keeps_the_connection(Poison poison) throws SQLException {
    changesNothing(own, poison);
  }

  @ParameterizedTest
  @MethodSource("ofRows")
  void what_could_change_rows_is_found_in_a_pool_that_others_use_too(Poison poison)
      throws SQLException {
    for (Consumer<TenantSession> next : READS_AND_WRITES) {
      rolesOf(given.globex().dsl());
      isFoundAndDropped(given, poison, next);
    }
  }

  @ParameterizedTest
  @MethodSource("ofFailure")
  void what_makes_statements_fail_costs_no_more_than_one_failure(Poison poison)
      throws SQLException {
    for (Well well : List.of(own, given)) {
      failsOnceAndIsDropped(well, poison, this::fail);
      failsOnceAndIsDropped(well, poison, session -> session.transaction(this::fail));
    }
  }

  private static void failsOnceAndIsDropped(Well well, Poison poison, Consumer<TenantSession> next)
      throws SQLException {
    rolesOf(well.globex().dsl());
    int backEnd = well.backEnd();
    well.poison(poison);
    assertThat(catchThrowable(() -> next.accept(well.acme()))).isNotNull();
    assertThat(well.backEnd()).isNotEqualTo(backEnd);
    Figures.add("reuse: poisoned connections found and dropped", 1);
  }

  /** A write that also takes longer than a millisecond. */
  private void fail(TenantSession session) {
    session.dsl().select(count()).from(generateSeries(1, 1_000_000)).fetch();
    session.dsl().insertInto(ROLES).set(ROLES.NAME, "cook").execute();
  }

  @ParameterizedTest
  @MethodSource("ofNothing")
  void what_changes_no_rows_changes_none_there(Poison poison) throws SQLException {
    rolesOf(given.globex().dsl());
    changesNothing(given, poison);
    given.poison("discard all");
    Figures.add("reuse: leftovers shown to be harmless", 1);
  }

  private static void isFoundAndDropped(Well well, Poison poison, Consumer<TenantSession> next)
      throws SQLException {
    int backEnd = well.backEnd();
    well.poison(poison);
    assertThatThrownBy(() -> next.accept(well.acme()))
        .isInstanceOf(PoisonedConnectionException.class)
        .hasMessage(poison.message());
    assertThat(well.backEnd()).isNotEqualTo(backEnd);
    assertThat(rolesOf(well.acme().dsl())).hasSize(3);
    Figures.add("reuse: poisoned connections found and dropped", 1);
  }

  private static void changesNothing(Well well, Poison poison) throws SQLException {
    int backEnd = well.backEnd();
    well.poison(poison);
    for (Consumer<TenantSession> next : READS_AND_WRITES.subList(0, 4)) {
      next.accept(well.acme());
      assertThat(rolesOf(well.acme().dsl())).containsOnly(well.village().acmeId().value());
      assertThat(rolesOf(well.globex().dsl())).containsOnly(well.village().globexId().value());
    }
    assertThat(well.backEnd()).isEqualTo(backEnd);
  }
}
