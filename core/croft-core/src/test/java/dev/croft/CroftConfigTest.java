package dev.croft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.connection.ConfigurationException;
import dev.croft.connection.Credentials;
import dev.croft.connection.DatabaseAddress;
import dev.croft.schema.auth.Auth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CroftConfigTest {
  @Test
  void the_environment_gives_the_address_and_the_credentials() {
    CroftConfig config =
        CroftConfig.fromEnvironment(
            Map.of(
                "DATABASE_URL", "postgresql://app:p%40ss%2Fw%3Ard+1@db.internal:6543/village",
                "DATABASE_SYSTEM_USER", "steward",
                "DATABASE_SYSTEM_PASSWORD", "secret"));
    assertThat(config.address()).isEqualTo(new DatabaseAddress("db.internal", 6543, "village"));
    assertThat(config.runtime()).isEqualTo(new Credentials("app", "p@ss/w:rd+1"));
    assertThat(config.system()).contains(new Credentials("steward", "secret"));
  }

  @Test
  void the_port_is_5432_where_the_url_names_none() {
    CroftConfig config =
        CroftConfig.fromEnvironment(
            Map.of("DATABASE_URL", "jdbc:postgresql://app:secret@localhost/village"));
    assertThat(config.address().port()).isEqualTo(5432);
    assertThat(config.system()).isEmpty();
  }

  @Test
  void a_missing_url_is_named() {
    assertThatThrownBy(() -> CroftConfig.fromEnvironment(Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "The configuration of Croft cannot be used: DATABASE_URL is missing or empty. "
                + "Set it to postgresql://user:password@host:port/database.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://app:canary@localhost/village",
        "postgresql://localhost/village",
        "postgresql://app@localhost/village",
        "postgresql://app:canary@localhost",
        "postgresql://app:canary@localhost/",
        "postgresql://app:canary@localhost:99999/village",
        "postgresql://app:canary@localhost/village?options=-c%20app.tenant_id=x",
        "postgresql://app:canary @localhost/village",
        "postgresql://app:can%zzary@localhost/village",
      })
  void a_malformed_url_is_refused_without_showing_it(String url) {
    assertThatThrownBy(() -> CroftConfig.fromEnvironment(Map.of("DATABASE_URL", url)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }

  @Test
  void half_of_the_system_s_credentials_are_refused() {
    Map<String, String> environment =
        Map.of("DATABASE_URL", "postgresql://a:b@localhost/c", "DATABASE_SYSTEM_USER", "steward");
    assertThatThrownBy(() -> CroftConfig.fromEnvironment(environment))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("DATABASE_SYSTEM lacks a user or a password");
  }

  @Test
  void the_schemas_of_the_application_are_kept_when_something_else_changes() {
    Credentials app = new Credentials("app", "secret");
    CroftConfig config =
        CroftConfig.of(new DatabaseAddress("h", 1, "d"), app)
            .withSchemas(Auth.AUTH)
            .withSystem(app)
            .withMaximumPoolSize(2)
            .withReportOnly();
    assertThat(config.schemas()).containsExactly(Auth.AUTH);
  }

  @Test
  void a_password_is_not_shown() {
    CroftConfig config =
        CroftConfig.of(new DatabaseAddress("h", 1, "d"), new Credentials("app", "canary"))
            .withSystem(new Credentials("steward", "canary"));
    assertThat(config.toString()).doesNotContain("canary").contains("app", "steward");
  }
}
