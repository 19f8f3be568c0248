package dev.croft;

import dev.croft.connection.ConfigurationException;
import dev.croft.doctor.Examination;
import dev.croft.exception.ConnectionUnavailableException;
import dev.croft.exception.DatabaseException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.jooq.Schema;
import org.jspecify.annotations.Nullable;

/**
 * {@link Croft#examine} as a tool, which {@link ToolProvider#findFirst} finds under the name {@code
 * croft-doctor}. The command line of Croft runs it.
 *
 * <p>Its arguments are settings, {@code NAME=value}, those of {@link CroftConfig#fromEnvironment};
 * {@code --schema=CLASS} for a class of generated schema; {@code --json}; and {@code --strict},
 * with which a warning counts as much as an error. It returns 0 for a database that Croft opens on,
 * 3 for one that it does not, 2 for arguments that say nothing, 5 if the server does not let it in,
 * and 1 for any other failure, which it describes on the second writer.
 */
public final class DoctorTool implements ToolProvider {
  private static final String SCHEMA = "--schema=";
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int FOUND = 3;
  private static final int UNAVAILABLE = 5;

  /** For {@link java.util.ServiceLoader}. */
  public DoctorTool() {}

  @Override
  public String name() {
    return "croft-doctor";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    try {
      return examine(out, List.of(arguments));
    } catch (IllegalArgumentException | ConfigurationException e) {
      return complain(err, e, USAGE);
    } catch (ConnectionUnavailableException e) {
      return complain(err, e, UNAVAILABLE);
    } catch (DatabaseException e) {
      return complain(err, e, FAILED);
    }
  }

  private static int examine(PrintWriter out, List<String> arguments) {
    Examination examination = Croft.examine(configuration(arguments));
    out.print(arguments.contains("--json") ? examination.toJson() + "\n" : examination.toText());
    out.flush();
    boolean isFine =
        arguments.contains("--strict")
            ? examination.findings().isEmpty()
            : examination.errors().isEmpty();
    return isFine ? DONE : FOUND;
  }

  private static CroftConfig configuration(List<String> arguments) {
    Map<String, String> settings = new HashMap<>();
    Set<Schema> schemas = new HashSet<>();
    for (String argument : arguments) {
      if (argument.startsWith(SCHEMA)) {
        schemas.add(schema(argument.substring(SCHEMA.length())));
      } else if (!argument.startsWith("--")) {
        String[] setting = argument.split("=", 2);
        settings.put(setting[0], setting[setting.length - 1]);
      }
    }
    return CroftConfig.fromEnvironment(settings).withSchemas(schemas.toArray(Schema[]::new));
  }

  /** The instance that the generator puts into a static field of the class itself. */
  private static Schema schema(String name) {
    try {
      Class<?> type = Class.forName(name);
      for (var field : type.getFields()) {
        if (field.getType() == type && field.get(null) instanceof Schema schema) {
          return schema;
        }
      }
    } catch (ReflectiveOperationException e) {
      throw noSchema(name, e);
    }
    throw noSchema(name, null);
  }

  private static IllegalArgumentException noSchema(String name, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "Nothing was examined: %s is no class of generated schema. Name the one in the package that"
                .formatted(name)
            + " holds Tables, and put it on the class path.",
        cause);
  }

  private static int complain(PrintWriter err, RuntimeException failure, int status) {
    err.println(failure.getMessage());
    err.flush();
    return status;
  }
}
