package dev.croft.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSecretTest {
  private static final String NAME = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:app";

  private static ConnectionSource.Server parse(String json) {
    return DatabaseSecret.parse(NAME, json.replace('\'', '"'));
  }

  @Test
  void the_five_fields_are_read_and_others_left_alone() {
    assertThat(
            parse(
                "{'engine': 'postgres', 'username': 'app', 'password': 'p\\u00e4ss',"
                    + " 'host': 'db.internal', 'port': 6543, 'dbname': 'village',"
                    + " 'socketFactory': 'evil'}"))
        .isEqualTo(
            new ConnectionSource.Server(
                new DatabaseAddress("db.internal", 6543, "village"),
                new Credentials("app", "päss")));
  }

  @Test
  void hostname_and_database_stand_for_host_and_dbname_and_a_port_may_be_text() {
    assertThat(
            parse(
                    "{'username': 'app', 'password': 'pw', 'hostname': 'db', 'port': '5432',"
                        + " 'database': 'village'}")
                .address())
        .isEqualTo(new DatabaseAddress("db", 5432, "village"));
  }

  @Test
  void every_missing_empty_or_placeholder_field_is_named_at_once() {
    assertThatThrownBy(
            () ->
                parse(
                    "{'username': 'undefined', 'password': '${PASSWORD}', 'host': '<host>',"
                        + " 'dbname': ''}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "The configuration of Croft cannot be used: Secret "
                + NAME
                + " lacks: username, password, host, port, dbname. Store username, password, host,"
                + " port and dbname in it, as JSON.");
  }

  @Test
  void malformed_fields_are_named_beside_the_missing_ones() {
    assertThatThrownBy(
            () ->
                parse(
                    "{'username': 'app', 'password': ['canary'], 'host': 'canary host',"
                        + " 'port': 99999}"))
        .hasMessageContaining(
            "Secret " + NAME + " lacks: dbname; it has malformed: password, host, port.")
        .hasMessageNotContaining("canary");
  }

  @Test
  void two_hosts_that_differ_are_malformed() {
    assertThatThrownBy(
            () ->
                parse(
                    "{'username': 'app', 'password': 'pw', 'host': 'one', 'hostname': 'two',"
                        + " 'port': 5432, 'dbname': 'village'}"))
        .hasMessageContaining("has malformed: host (host and hostname differ)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "canary", "['canary']", "{'password': 'canary'", "null", "{'a': 'canary'} x"})
  void what_is_no_json_object_is_refused_without_showing_it(String json) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Secret " + NAME + " is not")
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }

  @Test
  void a_field_that_is_given_twice_is_refused() {
    assertThatThrownBy(() -> parse("{'host': 'one', 'host': 'two'}"))
        .hasMessageContaining("is not JSON");
  }
}
