package dev.croft.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever stands under the keys: a typed error that shows no value, or settings that are what was
 * asked for.
 */
class MalformedConfigurationTest {
  private static final String CANARY = "cAnAry";

  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "\t\n",
          "undefined",
          "null",
          "${DATABASE}",
          "<value>",
          "changeme",
          "{{ value }}",
          CANARY,
          CANARY + "\u0000",
          CANARY + "\r\nSet-Cookie: x",
          CANARY.repeat(2000),
          "-1",
          "0",
          "99999999999999999999",
          "1e3",
          "٣",
          "тест-" + CANARY,
          "😀" + CANARY,
          "a'; drop table " + CANARY + "; --",
          "db?options=-c%20app.tenant_id=" + CANARY,
          "db&socketFactory=" + CANARY,
          "../../" + CANARY,
          "true");

  private static final List<String> URLS =
      List.of(
          "postgresql://a:" + CANARY + "@db",
          "postgresql://a:" + CANARY + "@db/",
          "postgresql://a:" + CANARY + "@/c",
          "postgresql://:" + CANARY + "@db/c",
          "postgresql://a:@db/" + CANARY,
          "postgresql:///" + CANARY,
          "postgresql:" + CANARY,
          "postgresql://a:" + CANARY + "@db:0/c",
          "postgresql://a:" + CANARY + "@db:65536/c",
          "postgresql://a:" + CANARY + "@db:port/c",
          "postgresql://a:" + CANARY + "@db1,db2/c",
          "postgresql://a:" + CANARY + "@db/c/d",
          "postgresql://a:" + CANARY + "@db/c#fragment",
          "postgresql://a:" + CANARY + "%@db/c",
          "postgresql://a:" + CANARY + "%zz@db/c",
          "postgresql://a:" + CANARY + "%ff@db/c",
          "postgresql://a:" + CANARY + "%00@db/c",
          "postgresql://a:undefined@db/" + CANARY,
          "postgresql://undefined:" + CANARY + "@db/c",
          "postgresql://a:" + CANARY + "@undefined/c",
          "postgresql://a:" + CANARY + "@db/undefined",
          "postgresql://a:${" + CANARY + "}@db/c",
          "postgresql://a:" + CANARY + "@db/c?",
          "postgresql://a:" + CANARY + "@db/c?sslmode",
          "postgresql://a:" + CANARY + "@db/c?=x",
          "postgresql://a:" + CANARY + "@db/c?sslmode=" + CANARY,
          "postgresql://a:" + CANARY + "@db/c?sslmode=require&sslmode=disable",
          "postgresql://a:" + CANARY + "@db/c?user=b",
          "postgresql://a:" + CANARY + "@db/c?socketFactory=" + CANARY,
          "postgresql://a:" + CANARY + "@db/c?sslfactory=" + CANARY,
          "postgresql://a:" + CANARY + "@db/c?loggerFile=" + CANARY,
          "postgresql://a:" + CANARY + "@db/c?options=-c%20app.tenant_id=" + CANARY,
          "postgresql://a:" + CANARY + "@db/c?preferQueryMode=simple",
          "postgresql://a:" + CANARY + "@db/c?connectTimeout=" + CANARY,
          "mysql://a:" + CANARY + "@db/c",
          "jdbc:mysql://a:" + CANARY + "@db/c",
          "jdbc:jdbc:postgresql://a:" + CANARY + "@db/c",
          " postgresql://a:" + CANARY + "@db/c",
          "postgresql://a:" + CANARY + "@db /c",
          "postgresql://a:" + CANARY + "@[::1/c",
          "postgresql://a:" + CANARY + "@db/" + "x".repeat(64),
          "postgresql://a:" + CANARY + "@b@d/c");

  private static final Map<String, String> VALID =
      Map.of(
          "DATABASE_HOST", "db",
          "DATABASE_PORT", "5432",
          "DATABASE_NAME", "village",
          "DATABASE_USER", "app",
          "DATABASE_PASSWORD", "pw");

  private static Map<String, String> with(String key, String value) {
    Map<String, String> settings = new HashMap<>(VALID);
    settings.put(key, value);
    return settings;
  }

  private static Stream<Map<String, String>> corpus() {
    List<Map<String, String>> corpus = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      VALUES.forEach(value -> corpus.add(with(setting.name(), value)));
    }
    URLS.forEach(url -> corpus.add(Map.of("DATABASE_URL", url)));
    VALID.keySet().forEach(key -> corpus.add(without(key)));
    VALID.forEach((key, value) -> VALID.keySet().forEach(k -> corpus.add(swapped(key, k))));
    return corpus.stream();
  }

  private static Map<String, String> without(String key) {
    Map<String, String> settings = new HashMap<>(VALID);
    settings.remove(key);
    return settings;
  }

  private static Map<String, String> swapped(String one, String other) {
    Map<String, String> settings = new HashMap<>(VALID);
    settings.put(one, VALID.get(other) + CANARY);
    settings.put(other, VALID.get(one) + CANARY);
    return settings;
  }

  @TestFactory
  Stream<DynamicTest> each_gives_a_typed_error_without_a_value_or_the_settings_asked_for() {
    return corpus()
        .map(settings -> dynamicTest(settings.keySet().toString(), () -> read(settings)));
  }

  private static void read(Map<String, String> settings) {
    try {
      ConnectionSettings read = ConnectionSettings.of(settings);
      checkIsWhatWasAskedFor(settings, read);
    } catch (ConfigurationException e) {
      assertThat(e).hasNoCause().hasNoSuppressedExceptions();
      assertThat(e.getMessage())
          .startsWith("The configuration of Croft cannot be used: ")
          .doesNotContain(CANARY);
    }
  }

  private static void checkIsWhatWasAskedFor(Map<String, String> asked, ConnectionSettings read) {
    assertThat(read.toString()).doesNotContain("password");
    if (read.source(Access.RUNTIME).orElseThrow() instanceof ConnectionSource.Server server) {
      Map<String, String> properties = DriverProperties.of(server.address(), read.server());
      assertThat(properties.keySet())
          .doesNotContain("socketFactory", "loggerFile", "preferQueryMode", "currentSchema");
      assertThat(properties.get("options")).matches("(-c [a-z_]+=\\d+ ?){3}");
      if (!asked.containsKey("DATABASE_URL")) {
        assertThat(server.credentials().password()).isEqualTo(asked.get("DATABASE_PASSWORD"));
        assertThat(properties)
            .containsEntry("PGHOST", asked.get("DATABASE_HOST"))
            .containsEntry("PGDBNAME", asked.get("DATABASE_NAME"));
      }
    }
  }

  @Test
  void the_corpus_is_large_and_most_of_it_is_refused() {
    assertThat(corpus().count()).isGreaterThan(700);
    assertThat(corpus().filter(s -> catchThrowable(() -> ConnectionSettings.of(s)) != null))
        .hasSizeGreaterThan(400);
    assertThat(catchThrowable(() -> ConnectionSettings.of(VALID))).isNull();
  }
}
