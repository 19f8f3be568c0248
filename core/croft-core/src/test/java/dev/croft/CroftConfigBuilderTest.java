package dev.croft;

import static dev.croft.connection.Setting.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.connection.Access;
import dev.croft.connection.ConfigurationException;
import dev.croft.connection.ConnectionSource;
import dev.croft.fixture.Seal;
import dev.croft.schema.auth.Auth;
import dev.croft.sealing.Sealing;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

class CroftConfigBuilderTest {
  private final PGSimpleDataSource dataSource = new PGSimpleDataSource();

  private static CroftConfigBuilder complete() {
    return CroftConfig.builder()
        .set(DATABASE_HOST, "db.internal")
        .set(DATABASE_PORT, 6543)
        .set(DATABASE_NAME, "village")
        .set(DATABASE_USER, "app")
        .set(DATABASE_PASSWORD, "secret");
  }

  @Test
  void typed_values_say_the_same_as_texts_under_the_same_keys() {
    CroftConfig built =
        complete()
            .set(DATABASE_STATEMENT_TIMEOUT, Duration.ofSeconds(5))
            .set(DATABASE_REPORT_ONLY, true)
            .set(DATABASE_POOL_MAXIMUM_SIZE, 3)
            .build();
    assertThat(built)
        .isEqualTo(
            CroftConfig.of(
                Map.of(
                    "DATABASE_URL", "postgresql://app:secret@db.internal:6543/village",
                    "DATABASE_STATEMENT_TIMEOUT", "5s",
                    "DATABASE_REPORT_ONLY", "true",
                    "DATABASE_POOL_MAXIMUM_SIZE", "3")));
    assertThat(built.reportOnly()).isTrue();
  }

  @Test
  void settings_of_several_places_add_up() {
    Properties file = new Properties();
    file.setProperty("DATABASE_SYSTEM_USER", "steward");
    CroftConfig built =
        CroftConfig.builder()
            .environment(Map.of("DATABASE_URL", "postgresql://app:pw@db/village", "HOME", "/root"))
            .settings(file)
            .settings(Map.of("DATABASE_SYSTEM_PASSWORD", "secret"))
            .build();
    assertThat(built.connections().sources()).containsOnlyKeys(Access.RUNTIME, Access.SYSTEM);
  }

  @Test
  void what_code_alone_can_give_stands_beside_the_settings() {
    Sealing sealing = Seal.SEALED.sealing().orElseThrow();
    CroftConfig built =
        CroftConfig.builder()
            .dataSource(Access.RUNTIME, dataSource)
            .set(DATABASE_URL, "postgresql://db/village")
            .set(DATABASE_SYSTEM_USER, "steward")
            .set(DATABASE_SYSTEM_PASSWORD, "secret")
            .schemas(Auth.AUTH)
            .sealing(sealing)
            .build();
    assertThat(built.connections().source(Access.RUNTIME))
        .contains(new ConnectionSource.Given(dataSource));
    assertThat(built.connections().sources()).containsOnlyKeys(Access.RUNTIME, Access.SYSTEM);
    assertThat(built.schemas()).containsExactly(Auth.AUTH);
    assertThat(built.sealing()).contains(sealing);
  }

  @Test
  void everything_that_is_wrong_is_said_at_once_and_no_value_shown() {
    CroftConfigBuilder builder =
        complete()
            .set(DATABASE_HOST, "canary.internal")
            .set(DATABASE_PORT, Duration.ofSeconds(1))
            .set(DATABASE_SLOW_STATEMENT, Duration.ofSeconds(-1))
            .set(DATABASE_POOL_MAXIMUM_SIZE, 0)
            .set(DATABASE_SYSTEM_USER, "undefined")
            .settings(Map.of("DATABASE_SLLMODE", "canary"))
            .dataSource(Access.RUNTIME, dataSource)
            .dataSource(Access.RUNTIME, new PGSimpleDataSource())
            .set(DATABASE_SEALING_KEY, "tests:" + "00".repeat(32))
            .sealing(Seal.SEALED.sealing().orElseThrow());
    assertThatThrownBy(builder::build)
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "The configuration of Croft cannot be used: the key DATABASE_HOST is set twice, and"
                + " differently; the key DATABASE_PORT is set twice, and differently; there are two"
                + " data sources for RUNTIME; a sealing was given beside DATABASE_SEALING_KEY;"
                + " DATABASE_SYSTEM_USER is a placeholder; the key DATABASE_SLLMODE is unknown;"
                + " DATABASE_USER contradicts the data source for RUNTIME: each names a login;"
                + " DATABASE_PASSWORD contradicts the data source for RUNTIME: each names a login;"
                + " DATABASE_HOST contradicts the data source for RUNTIME: each names a login;"
                + " maximumPoolSize must be at least 1; DATABASE_SLOW_STATEMENT is malformed. Set"
                + " each key to a value of the form that core/docs/configuration.md gives.");
  }

  @ParameterizedTest
  @CsvSource({
    "RUNTIME, DATABASE_URL, postgresql://app:pw@db/village",
    "RUNTIME, DATABASE_URL, postgresql://db/village",
    "RUNTIME, DATABASE_HOST, db",
    "RUNTIME, DATABASE_USER, app",
    "RUNTIME, DATABASE_PASSWORD, canary",
    "RUNTIME, DATABASE_SECRET_ARN, arn:aws:secretsmanager:eu-central-1:123456789012:secret:a-AbCdEf",
    "READER, DATABASE_READER_HOST, db",
    "READER, DATABASE_READER_SECRET_ARN,"
        + " arn:aws:secretsmanager:eu-central-1:123456789012:secret:a-AbCdEf",
    "SYSTEM, DATABASE_SYSTEM_USER, steward",
    "SYSTEM, DATABASE_SYSTEM_SECRET_ARN,"
        + " arn:aws:secretsmanager:eu-central-1:123456789012:secret:a-AbCdEf",
    "MIGRATION, DATABASE_MIGRATION_USER, owner"
  })
  void a_data_source_and_a_setting_of_the_same_login_contradict_each_other(
      Access access, String key, String value) {
    assertThatThrownBy(
            () ->
                CroftConfig.builder()
                    .dataSource(access, dataSource)
                    .settings(Map.of(key, value))
                    .build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "%s contradicts the data source for %s: each names a login", key, access)
        .hasMessageNotContaining("canary");
  }

  @Test
  void a_builder_that_was_refused_builds_once_what_was_missing_is_set() {
    CroftConfigBuilder builder =
        CroftConfig.builder().set(DATABASE_URL, "postgresql://app@localhost/village");
    assertThatThrownBy(builder::build).hasMessageContaining("DATABASE_URL lacks a password");
    assertThat(builder.set(DATABASE_PASSWORD, "secret").build())
        .isEqualTo(
            CroftConfig.of(Map.of("DATABASE_URL", "postgresql://app:secret@localhost/village")));
  }
}
