package dev.croft.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Fills a database for development with rows that are made up, as a member of {@code croft_admin}:
 * {@code DATABASE_SYSTEM_USER} and {@code DATABASE_SYSTEM_PASSWORD}. Seeders of the project, which
 * are services on its class path, run as well.
 */
@Mojo(name = "seed", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class SeedMojo extends DatabaseMojo {

  /** How many tenants to make up. */
  @Parameter(property = "croft.tenants")
  private Integer tenants;

  /** How many users each of them gets. */
  @Parameter(property = "croft.usersPerTenant")
  private Integer usersPerTenant;

  /** The seed of the random numbers: the same makes up the same. */
  @Parameter(property = "croft.randomSeed")
  private Long randomSeed;

  /** Made by Maven. */
  @Inject
  public SeedMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  String command() {
    return "seed";
  }

  @Override
  void addTo(Arguments words) {
    super.addTo(words);
    words
        .option("tenants", tenants)
        .option("users-per-tenant", usersPerTenant)
        .option("random-seed", randomSeed);
  }

  @Override
  boolean isLoadingTheProject() {
    return true;
  }
}
