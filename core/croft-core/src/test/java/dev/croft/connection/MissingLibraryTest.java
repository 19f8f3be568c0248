package dev.croft.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where a secret is configured, and nothing on the class path can read it. */
class MissingLibraryTest {
  private static final String ARN =
      "arn:aws:secretsmanager:eu-central-1:123456789012:secret:app/database-AbCdEf";

  @Test
  void a_secret_without_the_library_that_reads_it_says_what_to_add() throws Exception {
    assertThat(messageOfOpening("aws-secretsmanager-jdbc"))
        .isEqualTo(
            "dev.croft.connection.ConfigurationException: The configuration of Croft cannot be"
                + " used: a secret is configured, and the library that reads it is not on the class"
                + " path. Add com.amazonaws.secretsmanager:aws-secretsmanager-jdbc to the"
                + " dependencies.");
  }

  /** Opens a pool with classes of its own, loaded without the jars that {@code left} names. */
  private static String messageOfOpening(String left)
      throws ReflectiveOperationException, IOException {
    try (URLClassLoader classes =
        new URLClassLoader(classPathWithout(left), ClassLoader.getPlatformClassLoader())) {
      Class<?> settings = classes.loadClass(ConnectionSettings.class.getName());
      Class<?> access = classes.loadClass(Access.class.getName());
      Object read =
          settings.getMethod("of", Map.class).invoke(null, Map.of("DATABASE_SECRET_ARN", ARN));
      classes
          .loadClass(ConnectionPool.class.getName())
          .getMethod("open", settings, access)
          .invoke(null, read, access.getField(Access.RUNTIME.name()).get(null));
      return "opened";
    } catch (InvocationTargetException e) {
      return String.valueOf(e.getCause());
    }
  }

  private static URL[] classPathWithout(String left) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(left))
        .map(MissingLibraryTest::url)
        .toArray(URL[]::new);
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
