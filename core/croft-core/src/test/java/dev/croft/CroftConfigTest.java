package dev.croft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.connection.Access;
import dev.croft.connection.ConfigurationException;
import dev.croft.connection.ConnectionSource;
import dev.croft.connection.Credentials;
import dev.croft.connection.DatabaseAddress;
import dev.croft.fixture.Village;
import dev.croft.isolation.TenantId;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CroftConfigTest {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "DATABASE_URL", "postgresql://app:p%40ss%2Fw%3Ard+1@db.internal:6543/village",
          "DATABASE_SYSTEM_USER", "steward",
          "DATABASE_SYSTEM_PASSWORD", "secret");

  private static ConnectionSource server(String user, String password) {
    return new ConnectionSource.Server(
        new DatabaseAddress("db.internal", 6543, "village"), new Credentials(user, password));
  }

  @Test
  void the_environment_gives_the_address_and_the_credentials() {
    CroftConfig config = CroftConfig.fromEnvironment(SETTINGS);
    assertThat(config.connections().source(Access.RUNTIME)).contains(server("app", "p@ss/w:rd+1"));
    assertThat(config.connections().source(Access.SYSTEM)).contains(server("steward", "secret"));
    assertThat(config.connections().source(Access.MIGRATION)).isEmpty();
    assertThat(config.reportOnly()).isFalse();
  }

  @Test
  void a_map_and_properties_give_the_same_as_the_environment() {
    Properties properties = new Properties();
    properties.putAll(SETTINGS);
    assertThat(CroftConfig.of(SETTINGS)).isEqualTo(CroftConfig.fromEnvironment(SETTINGS));
    assertThat(CroftConfig.of(properties)).isEqualTo(CroftConfig.of(SETTINGS));
  }

  @Test
  void the_same_is_built_step_by_step() {
    CroftConfig built =
        CroftConfig.of(
                new DatabaseAddress("db.internal", 6543, "village"),
                new Credentials("app", "p@ss/w:rd+1"))
            .withSystem(new Credentials("steward", "secret"));
    assertThat(built).isEqualTo(CroftConfig.of(SETTINGS));
  }

  @Test
  void a_misspelt_key_is_refused_in_a_map_and_left_alone_in_the_environment() {
    Map<String, String> misspelt =
        Map.of("DATABASE_URL", "postgresql://a:b@localhost/c", "DATABASE_SLLMODE", "disable");
    assertThatThrownBy(() -> CroftConfig.of(misspelt))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "The configuration of Croft cannot be used: the key DATABASE_SLLMODE is unknown. "
                + "Set each key to a value of the form that core/docs/configuration.md gives.");
    assertThat(CroftConfig.fromEnvironment(misspelt).connections().sources()).hasSize(1);
  }

  @Test
  void a_password_is_not_shown() {
    CroftConfig config =
        CroftConfig.of(new DatabaseAddress("h", 1, "d"), new Credentials("app", "canary"))
            .withSystem(new Credentials("steward", "canary"));
    assertThat(config.toString()).doesNotContain("canary").contains("app", "steward");
  }

  @Test
  void what_is_not_configured_is_refused_when_it_is_used() {
    try (Village village = Village.found();
        Croft systemAlone =
            Croft.open(
                CroftConfig.of(
                    Access.SYSTEM,
                    new ConnectionSource.Server(village.address(), village.system())))) {
      TenantId acme = new TenantId(UUID.randomUUID());
      assertThat(systemAlone.system("look around").dsl().fetchValue("select 1")).isEqualTo(1);
      assertThatThrownBy(() -> systemAlone.tenant(acme))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage(
              "The configuration of Croft cannot be used: there are no credentials for sessions of"
                  + " tenants. Configure a login that is a member of croft_app.");
      try (Croft runtimeAlone = Croft.open(village.config())) {
        assertThatThrownBy(() -> runtimeAlone.system("look around"))
            .isInstanceOf(ConfigurationException.class)
            .hasMessage(
                "The configuration of Croft cannot be used: there are no system credentials, so"
                    + " there are no system sessions. Configure a login that is a member of"
                    + " croft_admin.");
      }
    }
  }
}
