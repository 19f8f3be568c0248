package dev.croft.documentation;

import static dev.croft.documentation.Markdown.code;
import static dev.croft.documentation.Markdown.table;
import static dev.croft.documentation.Markdown.words;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The section of a Markdown document on one table or view. */
final class RelationMarkdown {
  private final Schema schema;
  private final Relation relation;
  private final List<String> parts = new ArrayList<>();

  RelationMarkdown(Schema schema, Relation relation) {
    this.schema = schema;
    this.relation = relation;
  }

  String text() {
    parts.add("### %s\n".formatted(code(relation.name())));
    prose(relation.comment().prose());
    prose(kind());
    columns();
    relation.query().ifPresent(query -> part("Query", code(query) + "\n"));
    constraints();
    referrers();
    indexes();
    rowSecurity();
    grants();
    triggers();
    return String.join("\n", parts);
  }

  private void prose(String text) {
    if (!text.isEmpty()) {
      parts.add(words(text) + "\n");
    }
  }

  private String kind() {
    return Character.toUpperCase(relation.kind().word.charAt(0))
        + relation.kind().word.substring(1)
        + relation.scope().map(scope -> ", scope " + scope).orElse(", no scope")
        + (relation.isAppendOnly() ? ", append-only" : "")
        + relation.partitioning().map(by -> ", partitioned by " + by).orElse("")
        + (relation.isInvokers() ? ", security invoker" : "")
        + ".";
  }

  private void columns() {
    parts.add(
        table(
            List.of("Column", "Type", "Null", "Default", "Personal data", "Description"),
            relation.columns().stream().map(this::row)));
  }

  private List<String> row(Relation.Column column) {
    List<String> marks =
        schema.table(relation).map(table -> table.marks(column.name())).orElse(List.of());
    return List.of(
        Stream.concat(Stream.of(code(column.name())), marks.stream()).collect(joining(" ")),
        code(column.type()),
        column.isOptional() ? "null" : "",
        code(column.filling().orElse("")),
        words(column.comment().personal().orElse("")),
        words(column.comment().prose()));
  }

  private void constraints() {
    part(
        "Keys and constraints",
        List.of("Name", "Definition"),
        relation.constraints().stream()
            .map(
                each ->
                    List.of(
                        code(each.name()),
                        code(each.definition()) + (each.isValid() ? "" : " not validated"))));
  }

  private void referrers() {
    part(
        "Referenced by",
        List.of("Table", "Columns", "Foreign key"),
        schema.referrers(relation).stream()
            .map(
                each ->
                    List.of(code(each.table()), code(each.columns()), code(each.constraint()))));
  }

  private void indexes() {
    part(
        "Indexes",
        List.of("Name", "Definition"),
        relation.indexes().stream()
            .map(
                each ->
                    List.of(
                        code(each.name()),
                        (each.isUnique() ? "unique " : "")
                            + code(each.definition())
                            + (each.isValid() ? "" : " invalid"))));
  }

  private void rowSecurity() {
    if (relation.kind() == Relation.Kind.TABLE) {
      part("Policies", "Row security is %s.\n".formatted(relation.rowSecurity()));
      if (!relation.policies().isEmpty()) {
        parts.add(
            table(
                List.of("Policy", "Kind", "Command", "Roles", "Using", "With check"),
                relation.policies().stream().map(RelationMarkdown::row)));
      }
    }
  }

  private static List<String> row(Relation.Policy policy) {
    return List.of(
        code(policy.name()),
        policy.isPermissive() ? "permissive" : "restrictive",
        policy.command(),
        code(String.join(", ", policy.roles())),
        code(policy.using().orElse("")),
        code(policy.check().orElse("")));
  }

  private void grants() {
    Map<String, String> roles = new TreeMap<>();
    relation
        .grants()
        .forEach(
            grant ->
                roles.merge(grant.role(), code(grant.text()), (one, other) -> one + ", " + other));
    part(
        "Grants",
        List.of("Role", "Privileges"),
        roles.entrySet().stream().map(role -> List.of(code(role.getKey()), role.getValue())));
  }

  private void triggers() {
    part(
        "Triggers",
        List.of("Name", "Definition"),
        relation.triggers().stream()
            .map(
                each ->
                    List.of(
                        code(each.name()),
                        code(each.definition()) + (each.isDisabled() ? " disabled" : ""))));
  }

  private void part(String title, List<String> headings, Stream<List<String>> rows) {
    List<List<String>> all = rows.toList();
    if (!all.isEmpty()) {
      part(title, table(headings, all.stream()));
    }
  }

  private void part(String title, String text) {
    parts.add("#### %s\n".formatted(title));
    parts.add(text);
  }
}
