package dev.croft.session;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A small program of somebody who uses Croft: one statement, with some of its types at hand. */
final class Program extends SimpleJavaFileObject {
  private static final String FRAME =
      """
      import dev.croft.*;
      import dev.croft.access.*;
      import dev.croft.audit.*;
      import dev.croft.identity.*;
      import dev.croft.isolation.*;
      import dev.croft.session.*;

      class Program {
        void run(Croft croft, TenantSession acme, SystemSession system, TenantId id, UserId user) {
          STATEMENT
        }
      }
      """;

  /** Stops before any class file is written. */
  private static final List<String> CHECK_ONLY =
      List.of("-proc:none", "-XDshould-stop.ifNoError=FLOW");

  private final String statement;

  Program(String statement) {
    super(URI.create("string:///Program.java"), Kind.SOURCE);
    this.statement = statement;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return FRAME.replace("STATEMENT", statement);
  }

  /**
   * The compiler's complaints, a line each, without the names of packages; empty when the program
   * compiles.
   */
  String complaints() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    compiler.getTask(null, null, found, CHECK_ONLY, null, List.of(this)).call();
    return List.copyOf(found.getDiagnostics()).stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
        .map(message -> message.replaceAll("\\b([a-z]+\\.)+(?=[A-Z])", ""))
        .collect(joining("\n"));
  }
}
