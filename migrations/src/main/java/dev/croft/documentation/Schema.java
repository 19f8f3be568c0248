package dev.croft.documentation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the catalogue of a database says of some of its namespaces, at one moment.
 *
 * @param version of PostgreSQL
 * @param lastChangeset that on record in the database; empty if none is, or none may be seen
 * @param namespaces each with its comment, {@code public} first, then by name
 */
record Schema(
    String version,
    Optional<String> lastChangeset,
    Map<String, Comment> namespaces,
    List<Relation> relations,
    List<Table> tables) {

  List<Relation> in(String namespace) {
    return relations.stream().filter(each -> each.namespace().equals(namespace)).toList();
  }

  Optional<Relation> find(String name) {
    return relations.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  Optional<Table> table(Relation relation) {
    return tables.stream().filter(each -> each.name().equals(relation.name())).findFirst();
  }

  /** A foreign key that leads to a table. */
  record Referrer(String table, String constraint, String columns) {}

  List<Referrer> referrers(Relation relation) {
    return relations.stream()
        .flatMap(from -> from.constraints().stream().flatMap(key -> referrer(from, key, relation)))
        .toList();
  }

  private static Stream<Referrer> referrer(
      Relation from, Relation.Constraint key, Relation relation) {
    return key.target().filter(relation.name()::equals).stream()
        .map(target -> new Referrer(from.name(), key.name(), String.join(", ", key.columns())));
  }

  long columns() {
    return relations.stream().mapToLong(relation -> relation.columns().size()).sum();
  }

  long personalColumns() {
    return relations.stream().flatMap(Relation::personalColumns).count();
  }

  List<Relation> ofScope(Scope scope) {
    return relations.stream().filter(each -> Scope.of(each) == scope).toList();
  }

  Comment comment(String namespace) {
    return namespaces.getOrDefault(namespace, Comment.of(Optional.empty()));
  }
}
