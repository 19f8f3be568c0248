package dev.croft.cli;

import dev.croft.seeding.BaselineSeeder;
import dev.croft.seeding.DevelopmentData;
import dev.croft.seeding.DevelopmentSeeder;
import dev.croft.seeding.SeedRun;
import dev.croft.seeding.Seeder;
import dev.croft.seeding.Seeding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "seed",
    description = "Gives every tenant what the baseline grew by, and makes tenants up if asked.",
    footer = {
      "",
      "It adds what is missing and changes nothing that is there: run it as often as you",
      "like. Seeders of your own run as well where they are on the class path, as services",
      "of dev.croft.seeding.Seeder; those for development with --tenants alone. Nothing is",
      "made up in a database that is marked as production."
    })
final class SeedCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final SystemConnectionOptions connection = new SystemConnectionOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @ArgGroup(exclusive = false)
  private @Nullable MadeUp madeUp;

  /** What to make up. */
  static final class MadeUp {
    @Option(
        names = "--tenants",
        required = true,
        paramLabel = "N",
        description = "Make up so many tenants to develop with.")
    private int tenants;

    @Option(
        names = "--users-per-tenant",
        paramLabel = "N",
        defaultValue = "20",
        description = "How many members each of them has; ${DEFAULT-VALUE}.")
    private int usersPerTenant;

    @Option(
        names = "--random-seed",
        paramLabel = "N",
        defaultValue = "1",
        description = "The same number makes up the same rows; ${DEFAULT-VALUE}.")
    private long randomSeed;

    private DevelopmentData data() {
      return MadeUpTenants.data(randomSeed, tenants, usersPerTenant);
    }
  }

  SeedCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<SeedRun> runs =
        Seeding.of(seeders().toArray(Seeder[]::new))
            .withProgress(new SeedingSteps(surroundings.err()))
            .run(connection.in(surroundings).dataSource());
    return output.write(
        new Answer(ExitStatus.DONE, facts(runs), runs.stream().map(SeedCommand::line).toList()));
  }

  private List<Seeder> seeders() {
    List<Seeder> seeders = new ArrayList<>(List.of(new BaselineSeeder()));
    if (madeUp != null) {
      seeders.add(new DevelopmentSeeder(madeUp.data()));
    }
    for (Seeder seeder : ServiceLoader.load(Seeder.class)) {
      if (madeUp != null || !seeder.isForDevelopment()) {
        seeders.add(seeder);
      }
    }
    return seeders;
  }

  static String line(SeedRun run) {
    String rows = run.rows() == 1 ? "1 row" : "%,d rows".formatted(run.rows());
    return "seeder %s wrote %s".formatted(run.seeder(), rows);
  }

  private static Map<String, ?> facts(List<SeedRun> runs) {
    return Map.of("seeders", runs.stream().map(SeedCommand::fact).toList());
  }

  private static Map<String, Object> fact(SeedRun run) {
    Map<String, Object> fact = new LinkedHashMap<>();
    fact.put("seeder", run.seeder());
    fact.put("rows", run.rows());
    fact.put("milliseconds", run.duration().toMillis());
    return fact;
  }
}
