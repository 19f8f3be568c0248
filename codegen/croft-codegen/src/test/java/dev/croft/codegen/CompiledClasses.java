package dev.croft.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles source roots, their documentation checked too, and loads what comes out. */
final class CompiledClasses implements AutoCloseable {

  private static final List<String> OPTIONS =
      List.of("-Xlint:all", "-Xdoclint:all,-missing", "-Werror", "-proc:none");

  private final URLClassLoader loader;

  private CompiledClasses(URLClassLoader loader) {
    this.loader = loader;
  }

  static CompiledClasses of(Path directory, Path... sourceRoots) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  Stream.concat(OPTIONS.stream(), Stream.of("-d", directory.toString())).toList(),
                  null,
                  files.getJavaFileObjectsFromPaths(sources(sourceRoots)))
              .call();
      if (!compiled) {
        throw new AssertionError(messages);
      }
    }
    return new CompiledClasses(
        new URLClassLoader(
            new URL[] {directory.toUri().toURL()}, CompiledClasses.class.getClassLoader()));
  }

  /** The value of a public static field. */
  Object constant(String className, String field) throws ReflectiveOperationException {
    return loader.loadClass(className).getField(field).get(null);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  private static List<Path> sources(Path... roots) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    return sources;
  }
}
