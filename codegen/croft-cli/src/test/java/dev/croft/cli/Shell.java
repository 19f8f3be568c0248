package dev.croft.cli;

import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Help.Ansi;

/** Runs commands in a directory, with an environment of its own. */
final class Shell {
  private final Path directory;
  private final Map<String, String> environment = new TreeMap<>();

  Shell(Path directory) {
    this.directory = directory;
  }

  /** What a command left behind. */
  record Result(int status, String out, String err) {}

  Shell set(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Names the database, and its owner, in the environment. */
  Shell on(PostgresDatabase database) {
    return set("DATABASE_URL", database.jdbcUrl().replaceFirst("^jdbc:", ""))
        .set("DATABASE_MIGRATION_USER", database.owner().user())
        .set("DATABASE_MIGRATION_PASSWORD", database.owner().password());
  }

  /** Names the login of system sessions in the environment. */
  Shell asSystem(Login login) {
    return set("DATABASE_SYSTEM_USER", login.user())
        .set("DATABASE_SYSTEM_PASSWORD", login.password());
  }

  /** Writes a changelog of one changeset, and has {@code db/changelog.yaml} include it. */
  Shell changeset(String name, String sql, String rollback) {
    write(
        "src/main/resources/db/changelog/" + name + ".sql",
        "--liquibase formatted sql\n--changeset croft:%s\n%s\n--rollback %s\n"
            .formatted(name, sql, rollback));
    return write(
        "src/main/resources/db/changelog.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <databaseChangeLog
            xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
          <includeAll path="db/changelog"/>
        </databaseChangeLog>
        """);
  }

  Shell write(String file, String text) {
    try {
      Path path = directory.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Result run(String... arguments) {
    return run(Ansi.OFF, arguments);
  }

  Result run(Ansi ansi, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        new Surroundings(
            environment, directory, new PrintWriter(out, true), new PrintWriter(err, true));
    int status = CroftCommand.run(surroundings, ansi, arguments);
    return new Result(status, out.toString(), err.toString());
  }
}
