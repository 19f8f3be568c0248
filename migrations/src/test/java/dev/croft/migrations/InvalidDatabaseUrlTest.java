package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.postgres.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A URL that a driver would put into its log is not handed to one. */
class InvalidDatabaseUrlTest {
  private static final Login LOGIN = new Login("app", "secret");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost/village?user=app&password=secret",
        "jdbc:postgresql://localhost/village?PASSWORD=secret",
        "jdbc:postgresql://app:secret@localhost/village"
      })
  void credentials_are_not_taken_from_the_url(String url) {
    assertThatThrownBy(() -> Migrator.of(url, LOGIN, "croft/changelog.xml"))
        .isInstanceOf(InvalidDatabaseUrlException.class)
        .hasMessage(
            "The database URL cannot be used: it holds credentials, which a driver may log. Write"
                + " jdbc:postgresql://host:port/database, and give user and password as the"
                + " login.");
  }

  @Test
  void no_other_driver_is_looked_for() {
    assertThatThrownBy(() -> Migrator.of("jdbc:secret", LOGIN, "croft/changelog.xml"))
        .hasMessage(
            "The database URL cannot be used: it does not begin with jdbc:postgresql:. Write"
                + " jdbc:postgresql://host:port/database, and give user and password as the"
                + " login.");
  }

  @Test
  void a_migrator_shows_neither_password_nor_parameters() {
    String url = "jdbc:postgresql://localhost/village?sslpassword=secret";
    assertThat(Migrator.of(url, LOGIN, "croft/changelog.xml").toString())
        .contains("jdbc:postgresql://localhost/village", "app")
        .doesNotContain("secret");
  }
}
