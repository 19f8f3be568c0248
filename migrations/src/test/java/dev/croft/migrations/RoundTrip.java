package dev.croft.migrations;

import dev.croft.documentation.FilledTables;
import dev.croft.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Applies a changelog, rolls it back and applies it again, and looks at the database after each
 * changeset. Tables get rows as soon as they are there.
 */
final class RoundTrip implements AutoCloseable {
  private final Migrator migrator;
  private final Connection connection;
  private final FilledTables tables;
  private final List<String> faults = new ArrayList<>();
  private final List<State> states = new ArrayList<>();
  private Set<String> empty = Set.of();

  RoundTrip(PostgresDatabase database, Migrator migrator) throws SQLException {
    this.migrator = migrator;
    this.connection = Catalogue.seeing(database);
    this.tables = FilledTables.of(database);
    states.add(State.of(connection));
  }

  /** What a database holds. */
  private record State(List<String> catalogue, Contents contents) {
    static State of(Connection connection) {
      return new State(Catalogue.of(connection), Contents.of(connection));
    }
  }

  /** What was not as it should be. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** The tables that had no rows in the end. */
  Set<String> emptyTables() {
    return empty;
  }

  void forward() {
    each(
        changeset -> {
          State now = State.of(connection);
          see(changeset + " applied", "lost rows", states.getLast().contents(), now.contents());
          states.add(filled(now, states.getLast().contents()) ? State.of(connection) : now);
        },
        migrator -> migrator.apply());
  }

  void back() {
    Deque<State> left = new ArrayDeque<>(states);
    each(
        changeset -> {
          left.removeLast();
          State now = State.of(connection);
          compare(changeset + " rolled back", left.getLast().catalogue(), now.catalogue());
          see(changeset + " rolled back", "lost rows", left.getLast().contents(), now.contents());
          see(changeset + " rolled back", "new rows", now.contents(), left.getLast().contents());
        },
        migrator -> migrator.rollback(states.size() - 1));
  }

  void forthAgain() {
    Deque<State> ahead = new ArrayDeque<>(states);
    List<Contents> before = new ArrayList<>(List.of(ahead.removeFirst().contents()));
    each(
        changeset -> {
          String when = changeset + " applied again";
          State now = State.of(connection);
          compare(when, withoutRows(ahead.removeFirst().catalogue()), withoutRows(now.catalogue()));
          see(when, "lost rows", before.getLast(), now.contents());
          before.add(filled(now, before.getLast()) ? Contents.of(connection) : now.contents());
        },
        migrator -> migrator.apply());
  }

  private interface Look {
    void after(ChangesetId changeset);
  }

  private interface Step {
    List<ChangesetId> with(Migrator migrator);
  }

  private void each(Look look, Step step) {
    step.with(
        migrator.tellingOf(
            new MigrationListener() {
              @Override
              public void finished(ChangesetId changeset) {
                look.after(changeset);
              }
            }));
  }

  /** Whether there were new tables, which have rows now. */
  private boolean filled(State now, Contents before) {
    boolean isNew = !now.contents().tables().keySet().equals(before.tables().keySet());
    if (isNew) {
      empty = tables.fillEmptyOnes();
    }
    return isNew;
  }

  /** How many rows a table holds is up to those who fill it. */
  private static List<String> withoutRows(List<String> catalogue) {
    return catalogue.stream().filter(fact -> !fact.startsWith("rows |")).toList();
  }

  private void compare(String when, List<String> expected, List<String> actual) {
    List<String> missing = new ArrayList<>(expected);
    missing.removeAll(Set.copyOf(actual));
    missing.forEach(fact -> faults.add("%s, missing: %s".formatted(when, fact)));
    List<String> left = new ArrayList<>(actual);
    left.removeAll(Set.copyOf(expected));
    left.forEach(fact -> faults.add("%s, left over: %s".formatted(when, fact)));
  }

  @Override
  public void close() throws SQLException {
    tables.close();
    connection.close();
  }

  private void see(String when, String what, Contents rows, Contents in) {
    rows.lostIn(in).forEach(table -> faults.add("%s, %s: %s".formatted(when, what, table)));
  }
}
