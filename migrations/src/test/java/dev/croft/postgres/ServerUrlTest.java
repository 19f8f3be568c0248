package dev.croft.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ada:p%40ss%2Fw+rd%25@db.example:6543/main?sslmode=require",
        "postgres://ada:p%40ss%2Fw+rd%25@db.example:6543/main?sslmode=require",
        "jdbc:postgresql://db.example:6543/main?user=ada&password=p%40ss%2Fw+rd%25&sslmode=require"
      })
  void both_ways_to_write_a_url_mean_the_same(String text) {
    ServerUrl url = parse(text);
    assertThat(url.address().host()).isEqualTo("db.example");
    assertThat(url.address().port()).isEqualTo(6543);
    assertThat(url.database()).isEqualTo("main");
    assertThat(url.login().user()).isEqualTo("ada");
    assertThat(url.login().password()).isEqualTo("p@ss/w+rd%");
    assertThat(url.address().jdbcUrl("other"))
        .isEqualTo("jdbc:postgresql://db.example:6543/other?sslmode=require");
  }

  @Test
  void port_database_and_password_may_be_left_out() {
    ServerUrl url = parse("postgresql://ada@localhost");
    assertThat(url.address().port()).isEqualTo(5432);
    assertThat(url.database()).isEqualTo("postgres");
    assertThat(url.login().password()).isEmpty();
  }

  @Test
  void an_address_may_be_written_in_numbers() {
    assertThat(parse("postgresql://ada@[::1]:5433/main").address().jdbcUrl("main"))
        .isEqualTo("jdbc:postgresql://[::1]:5433/main");
  }

  @Test
  void another_scheme_is_refused() {
    assertThatThrownBy(() -> parse("mysql://ada:secret@localhost/main"))
        .isInstanceOf(InvalidServerUrlException.class)
        .hasMessage(
            "The database URL in TEST_DATABASE_URL cannot be used: it does not begin with"
                + " postgresql://. Write postgresql://user:password@host:port/database, reserved"
                + " characters percent-encoded, or"
                + " jdbc:postgresql://host:port/database?user=…&password=….");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ada:sec ret@localhost/main",
        "postgresql://ada:sec%ret@localhost/main",
        "postgresql://ada:secret@one,two/main",
        "postgresql://ada:sec[ret@localhost/main",
        "postgresql://localhost/main?password=secret",
        "jdbc:postgresql:secret",
        "secret"
      })
  void a_url_that_cannot_be_read_is_not_repeated(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(InvalidServerUrlException.class)
        .hasNoCause()
        .message()
        .doesNotContain("sec", "ret@", "ada");
  }

  private static ServerUrl parse(String text) {
    return ServerUrl.parse("TEST_DATABASE_URL", text);
  }
}
