package dev.croft.migrations;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;

/**
 * What a changeset would run.
 *
 * @param isInTransaction whether its statements are committed together, or each by itself
 * @param statements each without the semicolon that ends it
 */
public record ChangesetSql(ChangesetId id, boolean isInTransaction, List<String> statements) {
  public ChangesetSql {
    requireNonNull(id, "id");
    statements = List.copyOf(statements);
  }

  static ChangesetSql of(ChangeSet changeset, Database database) {
    List<String> statements =
        changeset.getChanges().stream()
            .flatMap(change -> sqlOf(change, database))
            .map(sql -> sql.toSql().strip())
            .toList();
    return new ChangesetSql(Ids.of(changeset), changeset.isRunInTransaction(), statements);
  }

  private static Stream<Sql> sqlOf(Change change, Database database) {
    SqlGeneratorFactory generators = SqlGeneratorFactory.getInstance();
    return Stream.of(change.generateStatements(database))
        .flatMap(statement -> Stream.of(generators.generateSql(statement, database)));
  }
}
