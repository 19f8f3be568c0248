package dev.croft.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class ConnectionSettingsTest {
  private static final String ARN =
      "arn:aws:secretsmanager:eu-central-1:123456789012:secret:app/database-AbCdEf";

  private static ConnectionSettings read(String... keysAndValues) {
    Map<String, String> settings = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      settings.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return ConnectionSettings.of(settings);
  }

  private static DatabaseAddress address(ConnectionSettings settings) {
    return ((ConnectionSource.Server) settings.source(Access.RUNTIME).orElseThrow()).address();
  }

  private static Credentials credentials(ConnectionSettings settings) {
    return ((ConnectionSource.Server) settings.source(Access.RUNTIME).orElseThrow()).credentials();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://app:pw@db:6543/village",
        "postgres://app:pw@db:6543/village",
        "jdbc:postgresql://app:pw@db:6543/village",
        "jdbc:postgresql://db:6543/village?user=app&password=pw",
        "postgresql://%61pp:p%77@db:6543/vill%61ge"
      })
  void a_url_is_read_as_it_is_written_elsewhere(String url) {
    ConnectionSettings settings = read("DATABASE_URL", url);
    assertThat(address(settings)).isEqualTo(new DatabaseAddress("db", 6543, "village"));
    assertThat(credentials(settings)).isEqualTo(new Credentials("app", "pw"));
  }

  @Test
  void the_port_is_5432_where_none_is_named() {
    assertThat(address(read("DATABASE_URL", "jdbc:postgresql://app:pw@localhost/village")).port())
        .isEqualTo(5432);
  }

  @Test
  void an_address_of_ipv6_stands_in_brackets() {
    assertThat(address(read("DATABASE_URL", "postgresql://app:pw@[::1]:6543/village")))
        .isEqualTo(new DatabaseAddress("::1", 6543, "village"));
  }

  @Test
  void single_keys_do_as_well_as_a_url() {
    ConnectionSettings settings =
        read(
            "DATABASE_HOST", "db",
            "DATABASE_NAME", "village",
            "DATABASE_USER", "app",
            "DATABASE_PASSWORD", "pw");
    assertThat(settings).isEqualTo(read("DATABASE_URL", "postgresql://app:pw@db/village"));
  }

  @Test
  void a_single_key_adds_what_the_url_leaves_out() {
    assertThat(
            credentials(
                read("DATABASE_URL", "postgresql://app@db/village", "DATABASE_PASSWORD", "pw")))
        .isEqualTo(new Credentials("app", "pw"));
  }

  @Test
  void a_url_and_a_key_that_say_the_same_do_not_contradict_each_other() {
    assertThat(address(read("DATABASE_URL", "postgresql://a:b@db/c", "DATABASE_HOST", "db")).host())
        .isEqualTo("db");
  }

  @ParameterizedTest
  @CsvSource({
    "DATABASE_HOST, other",
    "DATABASE_PORT, 1",
    "DATABASE_NAME, other",
    "DATABASE_USER, other",
    "DATABASE_PASSWORD, other"
  })
  void a_url_and_a_key_that_contradict_each_other_are_refused(String key, String value) {
    assertThatThrownBy(() -> read("DATABASE_URL", "postgresql://a:b@db:5432/c", key, value))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("DATABASE_URL and " + key + " contradict each other");
  }

  @Test
  void a_secret_and_another_source_of_the_same_login_contradict_each_other() {
    assertThatThrownBy(
            () -> read("DATABASE_SECRET_ARN", ARN, "DATABASE_URL", "postgresql://a:b@db/c"))
        .hasMessageContaining(
            "DATABASE_SECRET_ARN contradicts DATABASE_URL, DATABASE_HOST or DATABASE_USER: each"
                + " names a login");
  }

  @Test
  void each_use_may_have_a_secret_of_its_own() {
    ConnectionSettings settings =
        read(
            "DATABASE_SECRET_ARN",
            ARN,
            "DATABASE_SYSTEM_SECRET_ARN",
            ARN + "2",
            "DATABASE_SECRET_ENDPOINT",
            "https://vpce-1.secretsmanager.eu-central-1.vpce.amazonaws.com");
    assertThat(settings.sources()).containsOnlyKeys(Access.RUNTIME, Access.SYSTEM);
    ConnectionSource.Secret runtime =
        (ConnectionSource.Secret) settings.source(Access.RUNTIME).orElseThrow();
    assertThat(runtime.arn().region()).isEqualTo("eu-central-1");
    assertThat(runtime.endpoint()).isPresent();
  }

  @Test
  void everything_that_is_wrong_is_said_at_once_and_no_value_shown() {
    assertThatThrownBy(
            () ->
                read(
                    "DATABASE_HOST", "undefined",
                    "DATABASE_PORT", "canary",
                    "DATABASE_USER", "",
                    "DATABASE_PASSWORD", "${PASSWORD}",
                    "DATABASE_STATEMENT_TIMEOUT", "canary"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(
            "DATABASE_HOST is a placeholder",
            "DATABASE_USER is empty",
            "DATABASE_PASSWORD is a placeholder",
            "DATABASE_STATEMENT_TIMEOUT is malformed")
        .hasMessageNotContaining("canary");
  }

  @Test
  void half_of_the_credentials_of_a_login_are_refused() {
    assertThatThrownBy(
            () -> read("DATABASE_URL", "postgresql://a:b@localhost/c", "DATABASE_SYSTEM_USER", "s"))
        .hasMessageContaining("DATABASE_SYSTEM_PASSWORD is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, prefer",
    "127.0.0.1, prefer",
    "::1, prefer",
    "db.internal, verify-full",
    "10.0.0.7, verify-full",
    "localhost.evil.example, verify-full"
  })
  void a_server_is_verified_unless_it_is_this_machine(String host, String mode) {
    DatabaseAddress address = new DatabaseAddress(host, 5432, "village");
    assertThat(DriverProperties.of(address, ServerSettings.defaults()))
        .containsEntry("sslmode", mode);
  }

  @Test
  void what_is_set_reaches_the_driver_and_the_pool() {
    ConnectionSettings settings =
        read(
            "DATABASE_URL",
            "postgresql://a:b@db/c?sslmode=require&connect_timeout=7&socketTimeout=9",
            "DATABASE_SSLROOTCERT",
            "/etc/ssl/root.crt",
            "DATABASE_STATEMENT_TIMEOUT",
            "5s",
            "DATABASE_LOCK_TIMEOUT",
            "0s",
            "DATABASE_APPLICATION_NAME",
            "shop",
            "DATABASE_POOL_MAXIMUM_SIZE",
            "1",
            "DATABASE_POOL_MAXIMUM_LIFETIME",
            "1h");
    assertThat(DriverProperties.of(address(settings), settings.server()))
        .containsEntry("sslmode", "require")
        .containsEntry("connectTimeout", "7")
        .containsEntry("socketTimeout", "9")
        .containsEntry("sslrootcert", Path.of("/etc/ssl/root.crt").toString())
        .containsEntry("ApplicationName", "shop")
        .containsEntry("logServerErrorDetail", "false")
        .containsEntry("tcpKeepAlive", "true")
        .containsEntry(
            "options",
            "-c idle_in_transaction_session_timeout=60000 -c lock_timeout=0"
                + " -c statement_timeout=5000");
    assertThat(settings.pool().maximumSize()).isEqualTo(1);
    assertThat(settings.pool().minimumIdle()).isEqualTo(1);
    assertThat(settings.pool().maximumLifetime()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void every_setting_of_the_pool_reaches_hikari() {
    ConnectionSettings settings =
        read(
            "DATABASE_URL", "postgresql://a:b@db/c",
            "DATABASE_POOL_MAXIMUM_SIZE", "7",
            "DATABASE_POOL_MINIMUM_IDLE", "3",
            "DATABASE_POOL_CONNECTION_TIMEOUT", "700ms",
            "DATABASE_POOL_IDLE_TIMEOUT", "11s",
            "DATABASE_POOL_KEEPALIVE", "31s",
            "DATABASE_POOL_MAXIMUM_LIFETIME", "7min",
            "DATABASE_POOL_LEAK_DETECTION", "2s",
            "DATABASE_CLOSE_TIMEOUT", "4s");
    HikariConfig pool = PooledConnections.config("pool", new PGSimpleDataSource(), settings.pool());
    assertThat(pool.getMaximumPoolSize()).isEqualTo(7);
    assertThat(pool.getMinimumIdle()).isEqualTo(3);
    assertThat(pool.getConnectionTimeout()).isEqualTo(700);
    assertThat(pool.getIdleTimeout()).isEqualTo(11_000);
    assertThat(pool.getKeepaliveTime()).isEqualTo(31_000);
    assertThat(pool.getMaxLifetime()).isEqualTo(420_000);
    assertThat(pool.getLeakDetectionThreshold()).isEqualTo(2_000);
    assertThat(pool.isAutoCommit()).isTrue();
    assertThat(pool.isRegisterMbeans()).isFalse();
    assertThat(settings.pool().closeTimeout()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void inserts_of_a_batch_are_rewritten_where_that_is_asked_for() {
    String url = "postgresql://a:b@db/c";
    String key = "DATABASE_REWRITE_BATCHED_INSERTS";
    assertThat(properties(read("DATABASE_URL", url))).doesNotContainKey("reWriteBatchedInserts");
    assertThat(properties(read("DATABASE_URL", url, key, "true")))
        .containsEntry("reWriteBatchedInserts", "true");
    assertThatThrownBy(
            () -> read("DATABASE_URL", url + "?reWriteBatchedInserts=true", key, "false"))
        .hasMessageContaining(
            "reWriteBatchedInserts of DATABASE_URL and DATABASE_REWRITE_BATCHED_INSERTS contradict"
                + " each other");
  }

  private static Map<String, String> properties(ConnectionSettings settings) {
    return DriverProperties.of(address(settings), settings.server());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socketFactory",
        "socketFactoryArg",
        "sslfactory",
        "sslfactoryarg",
        "loggerFile",
        "loggerLevel",
        "options",
        "preferQueryMode",
        "authenticationPluginClassName",
        "sslhostnameverifier",
        "sslpasswordcallback",
        "xmlFactoryFactory",
        "currentSchema",
        "autosave",
        "replication",
        "readOnly",
        "PGHOST",
        "PGDBNAME",
        "ApplicationNam",
        "service"
      })
  void other_properties_of_the_driver_are_refused(String property) {
    assertThatThrownBy(() -> read("DATABASE_URL", "postgresql://a:b@db/c?" + property + "=canary"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("DATABASE_URL sets a driver property that is not among")
        .hasMessageNotContaining("canary");
    assertThatThrownBy(() -> ServerSettings.defaults().driverProperty(property, "canary"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageNotContaining("canary");
  }

  @Test
  void a_database_name_is_a_name_whatever_it_looks_like() {
    String name = "c?options=-c app.tenant_id=x";
    ConnectionSettings settings =
        read("DATABASE_URL", "postgresql://a:b@db/c%3Foptions=-c%20app.tenant_id%3Dx");
    assertThat(address(settings).database()).isEqualTo(name);
    var source =
        ServerDataSource.of(
            (ConnectionSource.Server) settings.source(Access.RUNTIME).orElseThrow(),
            settings.server());
    assertThat(source.getDatabaseName()).isEqualTo(name);
    assertThat(source.getOptions()).doesNotContain("tenant");
  }
}
