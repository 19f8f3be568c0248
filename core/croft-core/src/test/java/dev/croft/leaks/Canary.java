package dev.croft.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What nobody writes by chance, known again in any dress. */
final class Canary {
  /** In every column and bound value. Letters only, so that every check constraint takes it. */
  static final String WORD = "canarium";

  /** The same for numbers. */
  static final long NUMBER = 719_348_261_503L;

  /** The same for passwords: a URL has to encode it. */
  static final String SECRET = "canarium/ü@:#%";

  private static final List<String> FORMS = forms();

  private Canary() {}

  /** The form in which a canary stands in {@code text}, if one does. */
  static Optional<String> in(String text) {
    String plain = plain(text);
    return FORMS.stream().filter(plain::contains).findFirst();
  }

  /** Letters and digits only: line breaks, separators and quotes split no canary. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128 && Character.isLetterOrDigit(c)) {
        plain.append(Character.toLowerCase(c));
      }
    }
    return plain.toString();
  }

  private static List<String> forms() {
    byte[] bytes = WORD.getBytes(UTF_8);
    List<String> forms = new ArrayList<>();
    forms.add(WORD);
    forms.add(new StringBuilder(WORD).reverse().toString());
    forms.add(Long.toString(NUMBER));
    forms.add(Long.toHexString(NUMBER));
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(WORD.chars().mapToObj(Integer::toString).collect(joining()));
    forms.add(WORD.chars().mapToObj("u%04x"::formatted).collect(joining()));
    for (int offset = 0; offset < 3; offset++) {
      forms.add(base64(offset));
    }
    return List.copyOf(forms);
  }

  /** The characters that do not depend on what stands around the word. */
  private static String base64(int offset) {
    String encoded =
        Base64.getEncoder().encodeToString(("x".repeat(offset) + WORD).getBytes(UTF_8));
    int first = (offset * 8 + 5) / 6;
    int end = (offset + WORD.length()) * 8 / 6;
    return plain(encoded.substring(first, end)).toLowerCase(Locale.ROOT);
  }
}
