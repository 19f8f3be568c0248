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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was left on the connection before, a session reads and writes its tenant's rows. */
@NullUnmarked
class PoisoningTest {
  private static final List<Consumer<TenantSession>> USES =
      List.of(
          session -> rolesOf(session.dsl()),
          session -> session.transaction(tx -> rolesOf(tx.dsl())),
          session -> session.transaction(tx -> tx.transaction(nested -> rolesOf(nested.dsl()))),
          session -> RoleRepository.in(session).create("cook"),
          PoisoningTest::batch);

  private Well well;

  @BeforeEach
  void dig() {
    well = new Well();
  }

  @AfterEach
  void bothTenantsHaveTheirRowsAndNoOthers() {
    assertThat(rolesOf(well.acme().dsl())).containsOnly(well.village().acmeId().value());
    assertThat(rolesOf(well.globex().dsl()))
        .containsOnly(well.village().globexId().value())
        .hasSize(3);
    well.close();
  }

  private static List<UUID> rolesOf(DSLContext dsl) {
    return dsl.select(ROLES.TENANT_ID).from(ROLES).fetch(ROLES.TENANT_ID);
  }

  private static void batch(TenantSession session) {
    var insert = session.dsl().insertInto(ROLES, ROLES.NAME).values((String) null);
    session.dsl().batch(insert).bind("cook").bind("maid").execute();
  }

  static Stream<Poison> foundAtOnce() {
    return Stream.of(Poison.values()).filter(Poison::isFoundAtOnce);
  }

  static Stream<Poison> transactions() {
    return Stream.of(Poison.values()).filter(Poison::isTransaction);
  }

  static Stream<Poison> harmless() {
    return Stream.of(Poison.values()).filter(Poison::isHarmless);
  }

  @ParameterizedTest
  @MethodSource("foundAtOnce")
  void what_could_change_rows_in_silence_is_found_by_every_use_and_nothing_is_done(Poison poison)
      throws SQLException {
    for (Consumer<TenantSession> use : USES) {
      int backEnd = well.backEnd();
      well.poison(poison);
      assertThatThrownBy(() -> use.accept(well.acme()))
          .isInstanceOf(PoisonedConnectionException.class)
          .hasMessage(message(poison));
      assertThat(well.backEnd()).isNotEqualTo(backEnd);
      assertThat(rolesOf(well.acme().dsl())).hasSize(3);
      Figures.add("reuse: poisoned connections found and dropped", 1);
    }
  }

  private static String message(Poison poison) {
    return "A pooled connection was not clean and was closed: "
        + poison.facts()
        + ". Try again on another connection; find the code that used the pool without a session.";
  }

  @ParameterizedTest
  @MethodSource("transactions")
  void a_connection_inside_a_transaction_is_found_before_anything_is_sent(Poison poison)
      throws SQLException {
    for (Consumer<TenantSession> use : USES) {
      int backEnd = well.backEnd();
      well.poison(poison);
      assertThatThrownBy(() -> use.accept(well.acme())).hasMessage(message(poison));
      assertThat(well.backEnd()).isNotEqualTo(backEnd);
      Figures.add("reuse: poisoned connections found and dropped", 1);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Poison.class,
      names = {"READ_ONLY", "TIMEOUT"})
  void what_makes_statements_fail_is_found_when_the_first_has_failed(Poison poison)
      throws SQLException {
    for (Consumer<TenantSession> use : List.<Consumer<TenantSession>>of(this::fail, this::failIn)) {
      int backEnd = well.backEnd();
      well.poison(poison);
      assertThat(catchThrowable(() -> use.accept(well.acme()))).isNotNull();
      assertThat(well.backEnd()).isNotEqualTo(backEnd);
      assertThat(rolesOf(well.acme().dsl())).hasSize(3);
      Figures.add("reuse: poisoned connections found and dropped", 1);
    }
  }

  /** A write that also takes longer than a millisecond. */
  private void fail(TenantSession session) {
    session.dsl().select(count()).from(generateSeries(1, 1_000_000)).fetch();
    session.dsl().insertInto(ROLES).set(ROLES.NAME, "cook").execute();
  }

  private void failIn(TenantSession session) {
    session.transaction(this::fail);
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void what_changes_no_rows_changes_no_rows(Poison poison) throws SQLException {
    int backEnd = well.backEnd();
    well.poison(poison);
    for (Consumer<TenantSession> use : USES.subList(0, 4)) {
      use.accept(well.acme());
      assertThat(rolesOf(well.acme().dsl())).containsOnly(well.village().acmeId().value());
      assertThat(rolesOf(well.globex().dsl())).containsOnly(well.village().globexId().value());
    }
    assertThat(well.backEnd()).isEqualTo(backEnd);
    Figures.add("reuse: leftovers shown to be harmless", 1);
  }

  @ParameterizedTest
  @EnumSource(Poison.class)
  void a_thorough_look_finds_what_it_names(Poison poison) throws SQLException {
    well.poison("select 1");
    try (RawConnection raw = new RawConnection(well.village())) {
      leave(raw, poison);
      if (poison.facts().isEmpty()) {
        raw.proveClean();
      } else if (!poison.isTransaction()) {
        assertThatThrownBy(raw::proveClean).hasMessage(message(poison));
      }
    }
  }

  private void leave(RawConnection raw, Poison poison) throws SQLException {
    for (String statement : poison.sql(well.village().globexId()).split("; ")) {
      if (!statement.contains("1 / 0")) {
        raw.run(statement);
      }
    }
  }
}
