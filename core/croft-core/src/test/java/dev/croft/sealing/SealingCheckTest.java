package dev.croft.sealing;

import static dev.croft.schema.auth.Tables.ROLES;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.connection.ConfigurationException;
import dev.croft.connection.ConnectionPool;
import dev.croft.exception.TokenRefusedException;
import dev.croft.fixture.Seal;
import dev.croft.fixture.Village;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Croft opens only where the database believes what the sessions will say. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealingCheckTest {
  private Village sealed;

  @BeforeAll
  void found() {
    sealed = Village.found(Seal.SEALED);
  }

  @AfterAll
  void close() {
    sealed.close();
  }

  private CroftConfig unsealedConfig(Village village) {
    return CroftConfig.of(village.address(), Village.credentials(village.runtime()));
  }

  private static void assertRefused(CroftConfig config, String why) {
    assertThatThrownBy(() -> Croft.open(config).close())
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("The configuration of Croft cannot be used: " + why);
  }

  @Test
  void a_sealed_database_is_not_opened_without_a_key() {
    assertRefused(
        unsealedConfig(sealed),
        "the database is sealed, and no sealing key is configured. Configure the key, by"
            + " withSealing(…): without one every table of tenants is empty.");
  }

  @Test
  void a_database_that_is_not_sealed_is_not_opened_with_a_key() {
    try (Village plain = Village.found(Seal.PLAIN)) {
      assertRefused(
          unsealedConfig(plain).withSealing(sealed.sealing().orElseThrow()),
          "a sealing key is configured, and the database is not sealed. Run select croft.seal();"
              + " as the owner of the tables, or leave the key out.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tests, another secret of at least 32 bytes",
    "other, canariumcanariumcanariumcanarium"
  })
  void a_key_that_the_database_does_not_know_is_refused(String id, String secret) {
    SealingKey key = SealingKey.of(id, secret.getBytes(US_ASCII));
    assertRefused(
        sealed.config().withSealing(Sealing.with(key)),
        ("the database does not believe tokens of sealing key %s. Add the key by"
                + " croft.add_sealing_key, with the secret that is used here, or see whether it was"
                + " retired.")
            .formatted(id));
  }

  @ParameterizedTest
  @CsvSource({"-61, behind", "61, ahead of"})
  void a_clock_that_is_too_far_off_is_refused(long seconds, String where) {
    try (ConnectionPool pool = sealed.pool()) {
      InstantSource clock = () -> Instant.now().plusSeconds(seconds);
      assertThatThrownBy(() -> SealingCheck.check(pool, sealed.sealing(), clock))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageMatching(
              "The configuration of Croft cannot be used: the clock here is 6[01] s "
                  + where
                  + " that of the database, and tokens live for 120 s. Synchronize both clocks.");
      InstantSource better = () -> Instant.now().plusSeconds(seconds * 5 / 6);
      assertThatCode(() -> SealingCheck.check(pool, sealed.sealing(), better))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void sessions_sign_with_the_key_that_replaces_one_before_that_is_retired() {
    try (Village village = Village.found(Seal.SEALED);
        Croft before = Croft.open(village.config())) {
      village.asOwner("select croft.add_sealing_key('next', decode(repeat('07', 32), 'hex'))");
      byte[] secret = "\7".repeat(32).getBytes(US_ASCII);
      Sealing next = Sealing.with(SealingKey.of("next", secret));
      try (Croft after = Croft.open(village.config().withSealing(next))) {
        assertThat(names(before, village)).isEqualTo(names(after, village)).contains("keeper");
        village.asOwner("select croft.retire_sealing_key('tests')");
        assertThatThrownBy(() -> names(before, village))
            .isInstanceOf(TokenRefusedException.class)
            .hasMessage(
                "The database did not believe the tenant of a session: it is sealed, and the token"
                    + " was expired, altered, set by other SQL, or signed with a key that is not"
                    + " valid. See whether the clocks agree and croft.sealing_keys holds the key;"
                    + " else look for SQL that sets app.tenant_id.");
        assertThat(names(after, village)).contains("keeper");
      }
    }
  }

  private static String names(Croft croft, Village village) {
    return String.join(
        " ", croft.tenant(village.acmeId()).dsl().select(ROLES.NAME).from(ROLES).fetch(ROLES.NAME));
  }

  @Test
  void sessions_of_bound_tokens_read_on_whichever_connection_they_get() {
    Sealing bound = sealed.sealing().orElseThrow().boundToConnections();
    try (Croft croft = Croft.open(sealed.config().withSealing(bound).withMaximumPoolSize(3))) {
      for (int i = 0; i < 10; i++) {
        assertThat(names(croft, sealed)).contains("keeper");
      }
    }
  }

  @Test
  void the_check_leaves_nothing_on_the_connection() throws Exception {
    try (ConnectionPool pool = sealed.pool()) {
      SealingCheck.check(pool, sealed.sealing());
      try (var connection = pool.take();
          var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  "select coalesce(current_setting('app.tenant_id', true), '')")) {
        row.next();
        assertThat(row.getString(1)).isEmpty();
        assertThat(connection.getAutoCommit()).isTrue();
      }
    }
  }
}
