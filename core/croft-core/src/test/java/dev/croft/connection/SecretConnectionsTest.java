package dev.croft.connection;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.exception.ConnectionUnavailableException;
import dev.croft.exception.SecretUnavailableException;
import dev.croft.fixture.Figures;
import dev.croft.fixture.Village;
import dev.croft.isolation.TenantId;
import dev.croft.session.TenantSession;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class SecretConnectionsTest {
  private static final String SECRET = "The secret " + SecretsManager.ARN + " could not be read: ";
  private static final PoolSettings SHORT_LIVED =
      new PoolSettings(
          4,
          1,
          Duration.ofSeconds(15),
          Duration.ofSeconds(10),
          Duration.ZERO,
          Duration.ofSeconds(30),
          Duration.ZERO,
          Duration.ofSeconds(10));

  private SecretsManager manager;
  private Village village;

  @BeforeEach
  void start() throws IOException {
    System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
    System.setProperty("aws.secretAccessKey", "example");
    manager = new SecretsManager();
    village = Village.found();
  }

  @AfterEach
  void stop() {
    village.close();
    manager.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  private String json(String password) {
    return """
        {"engine":"postgres","username":"%s","password":"%s","host":"%s","port":%d,"dbname":"%s"}"""
        .formatted(
            village.runtime().user(),
            password,
            village.address().host(),
            village.address().port(),
            village.address().database());
  }

  private CroftConfig config() {
    return village.sealed(CroftConfig.of(Access.RUNTIME, manager.secret()));
  }

  @Test
  void a_session_runs_on_what_the_secret_holds() {
    manager.hold(json(village.runtime().password()));
    try (Croft croft = Croft.open(config())) {
      assertThat(croft.tenant(village.acmeId()).dsl().fetchCount(ROLES)).isEqualTo(3);
    }
  }

  @Test
  void migrations_connect_as_whom_the_secret_names_now() throws SQLException {
    manager.hold(json(village.runtime().password()));
    ConnectionSettings settings =
        ConnectionSettings.defaults().with(Access.MIGRATION, manager.secret());
    try (Connection connection = settings.migrationDataSource().getConnection()) {
      assertThat(connection.getMetaData().getUserName()).isEqualTo(village.runtime().user());
    }
  }

  @Test
  void a_rotated_password_is_taken_up_without_a_restart_or_a_failed_request() throws Exception {
    manager.hold(json(village.runtime().password()));
    try (Croft croft = Croft.open(config().withPool(pool -> SHORT_LIVED));
        ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Instant end = Instant.now().plusSeconds(38);
      List<Future<Integer>> running = new ArrayList<>();
      for (TenantId tenant : List.of(village.acmeId(), village.globexId())) {
        for (int i = 0; i < 4; i++) {
          running.add(threads.submit(() -> work(croft.tenant(tenant), end)));
        }
      }
      rotate("rotated");
      int transactions = sum(running);
      assertThat(manager.reads()).isGreaterThan(1);
      Figures.add("rotation: transactions, none failed", transactions);
    }
  }

  private void rotate(String password) {
    village.asSuperuser("alter role %s password '%s'", village.runtime().user(), password);
    manager.hold(json(password));
  }

  /** Each transaction reads its tenant's three roles; the first that fails ends the test. */
  private static int work(TenantSession session, Instant end) {
    int done = 0;
    while (Instant.now().isBefore(end)) {
      int roles = session.transactionResult(tx -> tx.dsl().fetchCount(ROLES));
      assertThat(roles).isEqualTo(3);
      done++;
    }
    return done;
  }

  private static int sum(List<Future<Integer>> running)
      throws InterruptedException, ExecutionException {
    int sum = 0;
    for (Future<Integer> thread : running) {
      sum += thread.get();
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | ThrottlingException       | Try again later; read the secret from fewer places, or raise the account's quota.
          429 | TooManyRequestsException  | Try again later; read the secret from fewer places, or raise the account's quota.
          400 | AccessDeniedException     | Allow secretsmanager:GetSecretValue and DescribeSecret on it, and use of its key.
          400 | ResourceNotFoundException | Check the ARN, its account and its region.
          400 | DecryptionFailure         | Look the code up in the API reference of AWS Secrets Manager.
          """)
  void what_the_service_refuses_is_one_typed_error(int status, String type, String advice) {
    manager.fail(status, type);
    assertThatThrownBy(() -> Croft.open(config()))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessage(
            SECRET + "AWS Secrets Manager answered %d (%s). %s".formatted(status, type, advice))
        .hasNoCause();
  }

  @Test
  void a_service_that_does_not_answer_is_one_typed_error() {
    manager.keepSilent();
    assertThatThrownBy(() -> Croft.open(config()))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessage(
            SECRET
                + "AWS Secrets Manager did not answer in time. Check the network, the endpoint and"
                + " region, and the AWS credentials of this process.")
        .hasNoCause();
  }

  @Test
  void a_service_that_is_not_there_is_one_typed_error() {
    manager.close();
    assertThatThrownBy(() -> Croft.open(config()))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessage(
            SECRET
                + "AWS Secrets Manager was not reached, or there are no AWS credentials. Check the"
                + " network, the endpoint and region, and the AWS credentials of this process.");
  }

  @Test
  void a_secret_without_all_fields_is_refused_before_anything_is_opened() {
    manager.hold("{\"username\":\"app\",\"password\":\"canary\",\"host\":\"db\"}");
    assertThatThrownBy(() -> Croft.open(config()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Secret " + SecretsManager.ARN + " lacks: port, dbname.")
        .hasMessageNotContaining("canary");
  }

  @Test
  void a_secret_that_is_no_json_is_refused_without_showing_it() {
    manager.hold("{\"password\":\"canary");
    assertThatThrownBy(() -> Croft.open(config()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Secret " + SecretsManager.ARN + " is not JSON.")
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }

  @Test
  void an_answer_that_is_none_of_the_service_is_one_typed_error() {
    manager.answer("<html>canary</html>");
    assertThatThrownBy(() -> Croft.open(config()))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageContaining("The secret " + SecretsManager.ARN + " could not be read: ")
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }

  @Test
  void another_region_than_that_of_the_arn_is_asked_where_one_is_configured() {
    manager.hold(json(village.runtime().password()));
    try (Croft croft = Croft.open(config())) {
      assertThat(croft.tenant(village.acmeId()).dsl().fetchCount(ROLES)).isEqualTo(3);
      assertThat(manager.region()).isEqualTo("eu-central-1");
    }
    CroftConfig elsewhere =
        village.sealed(CroftConfig.of(Access.RUNTIME, manager.secretIn("eu-west-3")));
    try (Croft croft = Croft.open(elsewhere)) {
      assertThat(croft.tenant(village.acmeId()).dsl().fetchCount(ROLES)).isEqualTo(3);
      assertThat(manager.region()).isEqualTo("eu-west-3");
    }
  }

  @Test
  void a_password_that_the_server_refuses_is_told_without_it() {
    manager.hold(json("canary"));
    assertThatThrownBy(() -> Croft.open(config()))
        .isInstanceOf(ConnectionUnavailableException.class)
        .hasMessageContaining(
            "the server refuses the password that the secret " + SecretsManager.ARN + " holds")
        .hasMessageNotContaining("canary");
  }
}
