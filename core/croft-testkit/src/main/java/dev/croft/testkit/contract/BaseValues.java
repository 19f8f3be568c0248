package dev.croft.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What the catalogue does not say of columns of the base schema. */
final class BaseValues {
  private static final String PREFERENCES =
      "{\"theme\": \"%s\", \"language\": \"en\","
          + " \"notifications\": {\"email\": true, \"push\": false}}";
  private static final int HASH_LENGTH = 32;

  private BaseValues() {}

  static Map<String, Function<Owner, String>> all() {
    Map<String, Function<Owner, String>> values = new LinkedHashMap<>();
    values.put("public.tenant_preferences.preferences", owner -> PREFERENCES.formatted("light"));
    values.put(
        "public.tenant_user_preferences.preferences", owner -> PREFERENCES.formatted("dark"));
    values.put("public.invitations.token_hash", owner -> hash(owner.mark()));
    return values;
  }

  /** As long as a hash, and not the same in two rows. */
  private static String hash(String mark) {
    byte[] word = mark.getBytes(UTF_8);
    byte[] hash = new byte[HASH_LENGTH];
    System.arraycopy(word, 0, hash, 0, Math.min(word.length, HASH_LENGTH));
    return "\\x" + HexFormat.of().formatHex(hash);
  }
}
