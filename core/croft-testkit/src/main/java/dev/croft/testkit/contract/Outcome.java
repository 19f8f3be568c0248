package dev.croft.testkit.contract;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param text what it returned or threw, with causes
 * @param result what it returned
 */
record Outcome(String text, @Nullable Object result) {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z?");

  /** 256 random bits as Base64 writes them for URLs: nobody has the same twice. */
  private static final Pattern SECRET = Pattern.compile("(?<![\\w-])[\\w-]{43}(?![\\w-])");

  /** The login of a test's database: each world has its own. */
  private static final Pattern LOGIN = Pattern.compile("croft_login_[0-9a-f]+");

  static Outcome of(Callable<?> call) {
    try {
      Object result = call.call();
      return new Outcome("returned " + Description.of(result), result);
    } catch (InvocationTargetException e) {
      return new Outcome("threw " + chain(e.getCause()), null);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String chain(@Nullable Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      text.append(text.isEmpty() ? "" : ", because ")
          .append(each.getClass().getName())
          .append(": ")
          .append(each.getMessage());
      for (Throwable suppressed : each.getSuppressed()) {
        text.append(", suppressing ").append(chain(suppressed));
      }
    }
    return text.toString();
  }

  /**
   * The text as a reader would compare it: ids that {@code arguments} gave by their place, and
   * other ids, times, fresh secrets, logins and the words of rows left out.
   */
  String masked(List<?> arguments, List<String> words) {
    List<String> given = new ArrayList<>();
    ID.matcher(Description.of(arguments))
        .results()
        .map(MatchResult::group)
        .filter(id -> !given.contains(id))
        .forEach(given::add);
    String masked =
        ID.matcher(text)
            .replaceAll(
                match ->
                    given.contains(match.group())
                        ? "(id %d)".formatted(given.indexOf(match.group()) + 1)
                        : "(new id)");
    masked = TIME.matcher(masked).replaceAll("(time)");
    masked = SECRET.matcher(masked).replaceAll("(secret)");
    masked = LOGIN.matcher(masked).replaceAll("(login)");
    for (String word : words) {
      masked = Nobody.renamed(masked, word, "(word)");
    }
    return masked;
  }
}
