package dev.croft.testkit.contract;

import dev.croft.Croft;
import dev.croft.doctor.Examination;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import dev.croft.testkit.TestkitException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The filled databases, and the worlds that are copied from them. */
final class Grounds implements AutoCloseable {
  private final PostgresDatabase alone;
  private final PostgresDatabase both;
  private final List<TableShape> tables;
  private final Examination examination;
  private final Side mine;
  private final Side other;
  private final Map<Setting, World> worlds = new EnumMap<>(Setting.class);

  private Grounds(Filling filling) {
    this.alone = filling.alone;
    this.both = filling.both;
    this.tables = filling.tables;
    this.examination = filling.examination;
    this.mine = filling.mine;
    this.other = filling.other;
  }

  /** Fills {@code migrated}, which it takes over. */
  static Grounds prepare(PostgresDatabase migrated, Map<String, Function<Owner, String>> said) {
    return new Grounds(new Filling(migrated, said));
  }

  List<TableShape> tables() {
    return tables;
  }

  Examination examination() {
    return examination;
  }

  /** The tenant that tries. */
  Side mine() {
    return mine;
  }

  /** The tenant that is tried. */
  Side other() {
    return other;
  }

  /** The rows of the tenant that is tried under keys that the other has not; one at the least. */
  List<Map<String, String>> rowsOfOther(TableShape table) {
    List<String> own = keys(mine, table);
    List<Map<String, String>> rows =
        other.rows(table.name()).stream()
            .filter(row -> !own.contains(Rows.hasValuesOf(table.ownKey(), row)))
            .toList();
    if (rows.isEmpty()) {
      throw new TestkitException(
          "Nothing can be shown about " + table.name(),
          "the rows of both tenants have the same keys",
          "Give them other keys: .value(\"%s.…\", owner -> …).".formatted(table.name()));
    }
    return rows;
  }

  private static List<String> keys(Side side, TableShape table) {
    return side.rows(table.name()).stream()
        .map(row -> Rows.hasValuesOf(table.ownKey(), row))
        .toList();
  }

  World world(Setting setting) {
    return worlds.computeIfAbsent(setting, this::create);
  }

  private World create(Setting setting) {
    PostgresDatabase template = setting == Setting.OTHER_ABSENT ? alone : both;
    PostgresDatabase copy = PostgresServer.shared().cloneOf(template);
    return new World(copy, examination.errors().isEmpty(), setting, tables);
  }

  /** Puts back what a call changed in a world; where that cannot be, the next is a new one. */
  void undo(Setting setting, Set<String> changed) {
    World world = world(setting);
    if (!world.restore(changed)) {
      worlds.remove(setting);
      world.close();
    }
  }

  @Override
  public void close() {
    worlds.values().forEach(World::close);
    alone.close();
    both.close();
  }

  /** First one tenant alone, then both. */
  private static final class Filling {
    private final PostgresDatabase both;
    private final PostgresDatabase alone;
    private final List<TableShape> tables;
    private final Examination examination;
    private final Side mine;
    private final Side other;

    Filling(PostgresDatabase both, Map<String, Function<Owner, String>> said) {
      this.both = both;
      this.examination = Croft.examine(World.config(both, both.createLogin("croft_app")));
      Login admin = both.createLogin("croft_admin");
      try (Database owner = new Database(both.connect())) {
        this.tables = Catalogue.read(owner);
      }
      this.mine = new Side("alder", Catalogue.byName(tables));
      this.other = new Side("birch", Catalogue.byName(tables));
      Map<String, List<Map<String, String>>> common = new LinkedHashMap<>();
      try (Database owner = new Database(both.connect());
          Database system = new Database(both.connect(admin))) {
        new LookAlikes(system, owner, tables, said, common).fill(mine);
      }
      this.alone = PostgresServer.shared().cloneOf(both);
      try (Database owner = new Database(both.connect());
          Database system = new Database(both.connect(admin))) {
        new LookAlikes(system, owner, tables, said, common).fill(other);
      }
    }
  }
}
