package dev.croft.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.CroftConfig;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicaSettingsTest {
  private static final String URL = "postgresql://app:pw@db:6543/village";
  private static final String ARN =
      "arn:aws:secretsmanager:eu-central-1:123456789012:secret:app/database-AbCdEf";

  private static ConnectionSettings read(Map<String, String> settings) {
    return ConnectionSettings.of(settings);
  }

  private static ConnectionSource on(String host, int port) {
    return new ConnectionSource.Server(
        new DatabaseAddress(host, port, "village"), new Credentials("app", "pw"));
  }

  @Test
  void a_replica_has_the_login_the_database_and_the_port_of_the_server() {
    ConnectionSettings settings =
        read(Map.of("DATABASE_URL", URL, "DATABASE_READER_HOST", "replica"));
    assertThat(settings.source(Access.READER)).contains(on("replica", 6543));
    assertThat(settings.source(Access.RUNTIME)).contains(on("db", 6543));
  }

  @Test
  void a_replica_may_have_a_port_of_its_own() {
    ConnectionSettings settings =
        read(
            Map.of(
                "DATABASE_URL", URL,
                "DATABASE_READER_HOST", "replica",
                "DATABASE_READER_PORT", "5433"));
    assertThat(settings.source(Access.READER)).contains(on("replica", 5433));
    assertThat(
            CroftConfig.of(Map.of("DATABASE_URL", URL))
                .withReader(new DatabaseAddress("replica", 5433, "village"))
                .connections())
        .isEqualTo(settings);
  }

  @Test
  void a_replica_may_have_a_secret_of_its_own() {
    ConnectionSettings settings =
        read(Map.of("DATABASE_SECRET_ARN", ARN, "DATABASE_READER_SECRET_ARN", ARN + "2"));
    assertThat(settings.sources()).containsOnlyKeys(Access.RUNTIME, Access.READER);
  }

  @Test
  void without_a_key_of_its_own_there_is_no_replica() {
    assertThat(read(Map.of("DATABASE_URL", URL)).source(Access.READER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          READER_PORT=5433                       | DATABASE_READER_HOST is missing
          READER_HOST=replica:5433               | DATABASE_READER_HOST is malformed
          READER_HOST=replica, READER_PORT=70000 | DATABASE_READER_PORT is malformed
          READER_SECRET_ARN=secret               | DATABASE_READER_SECRET_ARN is malformed
          """)
  void what_is_missing_or_malformed_is_named(String keys, String problem) {
    Map<String, String> settings = new TreeMap<>(Map.of("DATABASE_URL", URL));
    for (String pair : keys.split(", ", -1)) {
      settings.put("DATABASE_" + pair.split("=", 2)[0], pair.split("=", 2)[1]);
    }
    assertThatThrownBy(() -> read(settings))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "The configuration of Croft cannot be used: %s. Set each key to a value of the form that"
                + " core/docs/configuration.md gives.",
            problem);
  }

  @Test
  void two_replicas_contradict_each_other() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "DATABASE_URL", URL,
                        "DATABASE_READER_HOST", "replica",
                        "DATABASE_READER_SECRET_ARN", ARN)))
        .hasMessageContaining(
            "DATABASE_READER_SECRET_ARN contradicts DATABASE_READER_HOST: each names a server");
  }

  @Test
  void a_host_beside_a_secret_lacks_a_login() {
    assertThatThrownBy(
            () -> read(Map.of("DATABASE_SECRET_ARN", ARN, "DATABASE_READER_HOST", "replica")))
        .hasMessageContaining(
            "DATABASE_READER_HOST needs a runtime login that names its server; beside a secret it"
                + " takes DATABASE_READER_SECRET_ARN");
    CroftConfig ofSystem = CroftConfig.of(Access.SYSTEM, on("db", 5432));
    assertThatThrownBy(() -> ofSystem.withReader(new DatabaseAddress("replica", 1, "village")))
        .hasMessage(
            "The configuration of Croft cannot be used: there is a replica, and no credentials for"
                + " it. Configure the runtime login by its server first, or give a source for the"
                + " reader.");
  }
}
