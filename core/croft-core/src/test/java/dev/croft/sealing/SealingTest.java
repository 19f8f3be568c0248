package dev.croft.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.CroftConfig;
import dev.croft.connection.ConfigurationException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key signs, and shows itself to nobody. */
class SealingTest {
  private static final String ZEROS =
      "0000000000000000000000000000000000000000000000000000000000000000";
  private static final String CANARY = "canary-canary-canary-canary-canary";

  private static SealingKey key() {
    return SealingKey.of("k1", CANARY.getBytes(US_ASCII));
  }

  @Test
  void the_secret_may_be_overwritten_once_the_key_is_made() {
    byte[] secret = CANARY.getBytes(US_ASCII);
    SealingKey key = SealingKey.of("k1", secret);
    Arrays.fill(secret, (byte) 0);
    assertThat(key.sign("text")).isEqualTo(key().sign("text"));
  }

  @Test
  void no_text_shows_the_secret() {
    Sealing sealing = Sealing.with(key());
    assertThat(key().toString()).isEqualTo("SealingKey[id=k1]");
    assertThat(sealing.toString())
        .isEqualTo("Sealing[key=SealingKey[id=k1], lifetime=PT2M, boundToConnection=false]");
    assertThat(key().sign("text")).doesNotContain("canary");
  }

  @ParameterizedTest
  @CsvSource({"k 1, 32", "K1, 32", "'', 32", "a.b, 32", "k1, 31", "k1, 65"})
  void a_name_or_a_secret_that_cannot_be_one_is_refused_without_showing_it(String id, int length) {
    byte[] secret = "c".repeat(length).getBytes(US_ASCII);
    assertThatThrownBy(() -> SealingKey.of(id, secret))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "The configuration of Croft cannot be used: the name or the secret of the sealing key"
                + " is too short, too long or malformed. Name it by lower case letters, digits and"
                + " hyphens; take 32 random bytes as secret.");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 9, 3601})
  void tokens_live_neither_too_short_nor_too_long(long seconds) {
    assertThatThrownBy(() -> Sealing.with(key()).withLifetime(Duration.ofSeconds(seconds)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lifetime must be from 10 seconds to 1 hour");
  }

  private static Map<String, String> settings(String key) {
    return Map.of(
        "DATABASE_URL", "postgresql://app:password@localhost/village",
        "DATABASE_SEALING_KEY", key,
        "DATABASE_SEALING_BOUND", "true");
  }

  @Test
  void settings_name_the_key_and_whether_tokens_are_bound() {
    String hexadecimal = HexFormat.of().formatHex(CANARY.getBytes(US_ASCII));
    Sealing sealing = CroftConfig.of(settings("k1:" + hexadecimal)).sealing().orElseThrow();
    assertThat(sealing.key().sign("text")).isEqualTo(key().sign("text"));
    assertThat(sealing.boundToConnection()).isTrue();
    assertThat(Sealing.of(Map.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"k1", "k1:00", "k1:canary", ":" + ZEROS, "k1:" + ZEROS + "0", "K:" + ZEROS})
  void a_malformed_key_in_settings_is_refused_without_showing_it(String key) {
    assertThatThrownBy(() -> CroftConfig.of(settings(key)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "The configuration of Croft cannot be used: DATABASE_SEALING_KEY is malformed. Set each"
                + " key to a value of the form that core/docs/configuration.md gives.");
    assertThatThrownBy(() -> Sealing.of(settings(key))).isInstanceOf(ConfigurationException.class);
  }
}
