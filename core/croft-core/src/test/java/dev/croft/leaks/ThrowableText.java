package dev.croft.leaks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/** Everything that an exception says: its parts, its getters, its print and its serialized form. */
final class ThrowableText {
  private static final Set<String> OF_OBJECT =
      Set.of("getClass", "hashCode", "notify", "notifyAll", "wait", "fillInStackTrace", "clone");

  private final Findings findings;
  private final String source;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private ThrowableText(Findings findings, String source) {
    this.findings = findings;
    this.source = source;
  }

  static void search(Findings findings, String source, Throwable throwable) {
    ThrowableText text = new ThrowableText(findings, source);
    StringWriter printed = new StringWriter();
    throwable.printStackTrace(new PrintWriter(printed, true));
    findings.search(source + ": printed", printed.toString());
    findings.search(source + ": serialized", serialized(throwable));
    text.visit(throwable);
  }

  private void visit(Object part) {
    if (!seen.add(part)) {
      return;
    }
    for (Method method : part.getClass().getMethods()) {
      if (method.getParameterCount() == 0
          && !Modifier.isStatic(method.getModifiers())
          && !OF_OBJECT.contains(method.getName())) {
        say(part, method);
      }
    }
  }

  private void say(Object part, Method method) {
    String what = "%s: %s.%s".formatted(source, part.getClass().getName(), method.getName());
    Object said = result(part, method);
    if (said instanceof Object[] many) {
      for (Object one : many) {
        follow(what, one);
      }
    } else {
      follow(what, said);
    }
  }

  private void follow(String what, @Nullable Object said) {
    if (said instanceof Throwable || said instanceof ServerErrorMessage) {
      visit(said);
    } else if (said != null) {
      findings.search(what, said.toString());
    }
  }

  private static @Nullable Object result(Object part, Method method) {
    try {
      method.trySetAccessible();
      return method.invoke(part);
    } catch (IllegalAccessException | InvocationTargetException e) {
      return null;
    }
  }

  private static @Nullable String serialized(Throwable throwable) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(throwable);
    } catch (IOException e) {
      return null;
    }
    return bytes.toString(ISO_8859_1);
  }
}
