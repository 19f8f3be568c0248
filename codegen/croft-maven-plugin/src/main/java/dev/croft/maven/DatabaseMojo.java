package dev.croft.maven;

import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/** A command that works on a database. Its password is in the environment, never a property. */
@SuppressWarnings("NullAway.Init")
abstract class DatabaseMojo extends CommandMojo {

  /**
   * The database, as {@code postgresql://host:port/database}, without a password. Without it {@code
   * DATABASE_URL}, or {@code DATABASE_HOST}, {@code _PORT} and {@code _NAME} of the environment.
   */
  @Parameter(property = "croft.url")
  private String url;

  /**
   * As whom to connect: the owner of the tables, but for {@code seed} and {@code analyze} a member
   * of {@code croft_admin}. Without it {@code DATABASE_MIGRATION_USER} of the environment, or the
   * user of the URL; for those two {@code DATABASE_SYSTEM_USER}. The password is beside it in the
   * environment, in {@code DATABASE_URL} or in {@code PGPASSWORD}.
   */
  @Parameter(property = "croft.user")
  private String user;

  /**
   * A file of {@code NAME=value} lines that complete the environment. Without it {@code .env} in
   * the directory of the project, if there is one.
   */
  @Parameter(property = "croft.envFile")
  private File envFile;

  DatabaseMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  void addTo(Arguments words) {
    words.option("url", url).option("user", user).option("env-file", envFile);
  }
}
