package dev.croft.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "doctor",
    description = "Examines whether a database would let a tenant session out of its tenant.",
    footer = {
      "",
      "It connects as the application does, with the settings that the application has:",
      "DATABASE_URL or DATABASE_SECRET_ARN and the rest, from the environment and the",
      "file. Errors, on which Croft does not open, make the exit code 3; with --strict",
      "warnings do as well. It needs croft-core on the class path."
    })
@SuppressWarnings("NullAway.Init")
final class DoctorCommand implements Callable<Integer> {
  private static final String TOOL = "croft-doctor";

  private final Surroundings surroundings;

  @Spec private CommandSpec command;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(
      names = "--schema",
      paramLabel = "CLASS",
      description = {
        "A class of generated schema to compare with the database, such as",
        "com.example.schema.shop.Shop; may be repeated. Croft's own are known."
      })
  private List<String> schemas = List.of();

  @Option(names = "--strict", description = "Take a warning for an error.")
  private boolean isStrict;

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description = {
        "A file of NAME=value lines that complete the environment;",
        "without it .env in this directory, if there is one."
      })
  private @Nullable Path file;

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ToolProvider doctor =
        ToolProvider.findFirst(TOOL)
            .orElseThrow(
                () ->
                    new UsageException(
                        "Nothing was examined",
                        "croft-core is not on the class path",
                        "Put it and what it depends on into lib beside the jar, or run the goal"
                            + " croft:doctor in a project that depends on it."));
    StringWriter complaint = new StringWriter();
    PrintWriter out = command.commandLine().getOut();
    int status = status(doctor, out, new PrintWriter(complaint));
    if (!complaint.toString().isEmpty()) {
      complain(complaint.toString().strip(), status);
    }
    return status;
  }

  private int status(ToolProvider doctor, PrintWriter out, PrintWriter complaint) {
    try (Progress progress = new Progress(surroundings.err(), "examining")) {
      progress.begun("the database");
      return doctor.run(out, complaint, arguments());
    }
  }

  private String[] arguments() {
    List<String> arguments = new ArrayList<>();
    Settings.in(surroundings, file)
        .all()
        .forEach((name, value) -> arguments.add(name + "=" + value));
    schemas.forEach(schema -> arguments.add("--schema=" + schema));
    if (output.isJson()) {
      arguments.add("--json");
    }
    if (isStrict) {
      arguments.add("--strict");
    }
    return arguments.toArray(String[]::new);
  }

  private void complain(String text, int status) {
    PrintWriter err = command.commandLine().getErr();
    String type = status == ExitStatus.UNAVAILABLE ? "DatabaseUnavailable" : "Doctor";
    err.println(
        output.isJson()
            ? Json.of(Map.of("error", new TreeMap<>(Map.of("type", type, "message", text))))
            : text);
    err.flush();
  }
}
