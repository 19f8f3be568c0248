package dev.croft.documentation;

import static dev.croft.documentation.Grid.badge;
import static dev.croft.documentation.Grid.code;
import static dev.croft.documentation.Grid.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The section of a page on one table or view. */
final class RelationSection {
  private final Schema schema;
  private final Relation relation;

  RelationSection(Schema schema, Relation relation) {
    this.schema = schema;
    this.relation = relation;
  }

  Element element() {
    return Element.of("section", heading(), badges(), prose())
        .css("relation")
        .with("id", Anchor.of(relation))
        .with("aria-labelledby", titleId())
        .with("data-relation", relation.name())
        .add(columns())
        .add(
            Element.of("div")
                .css("more")
                .add(new StructureParts(schema, relation).elements())
                .add(new AccessParts(relation).elements()));
  }

  private String titleId() {
    return "title-" + Anchor.of(relation);
  }

  private Element heading() {
    return Element.of(
            "h3",
            Element.text("span", relation.namespace() + ".").css("namespace"),
            Element.text("span", relation.ownName()),
            Element.text("a", "#")
                .css("anchor")
                .with("href", "#" + Anchor.of(relation))
                .with("aria-label", "Link to " + relation.name()))
        .with("id", titleId());
  }

  private Element badges() {
    Element badges = Element.of("p").css("badges");
    String scope = relation.scope().orElse("no scope");
    badges.add(badge("scope-" + Scope.of(relation).word(), scope));
    if (relation.kind() != Relation.Kind.TABLE) {
      badges.add(badge("plain", relation.kind().word));
    }
    if (relation.isAppendOnly()) {
      badges.add(badge("plain", "append-only"));
    }
    relation.partitioning().ifPresent(by -> badges.add(badge("plain", "partitioned by " + by)));
    if (relation.kind() == Relation.Kind.VIEW) {
      badges.add(badge("plain", relation.isInvokers() ? "security invoker" : "security of owner"));
    }
    long personal = relation.personalColumns().count();
    return personal == 0 ? badges : badges.add(badge("personal", "personal data"));
  }

  /** One word; what follows it, such as the table that links, stands in the section. */
  static Element scopeBadge(Relation relation) {
    String word = Scope.of(relation).word();
    return badge("scope-" + word, Scope.of(relation) == Scope.NONE ? "no scope" : word);
  }

  private Element prose() {
    return Element.text("p", relation.comment().prose()).css("prose");
  }

  private Element columns() {
    Optional<Table> keys = schema.table(relation);
    return Grid.of(
        "Columns of " + relation.name(),
        List.of("Column", "Type", "Null", "Default", "Description"),
        relation.columns().stream().map(column -> row(column, keys)));
  }

  private Element row(Relation.Column column, Optional<Table> keys) {
    Element name =
        Element.of("span", Element.of("a", code(column.name())).with("href", "#" + anchor(column)));
    keys.stream()
        .flatMap(table -> table.marks(column.name()).stream())
        .forEach(mark -> name.add(Element.text("abbr", mark).with("title", meaning(mark))));
    Optional<String> personal = column.comment().personal();
    Element description = words(column.comment().prose());
    personal.ifPresent(category -> description.add(badge("personal", category)));
    otherTags(column).forEach(tag -> description.add(badge("plain", tag)));
    return Grid.row(
            name,
            code(column.type()).css("type"),
            words(column.isOptional() ? "null" : ""),
            column.filling().map(Grid::code).orElse(words("")),
            description)
        .with("id", anchor(column))
        .with("data-column", column.name())
        .css(personal.isPresent() ? "is-personal" : "");
  }

  private String anchor(Relation.Column column) {
    return Anchor.of(relation, column);
  }

  private static Stream<String> otherTags(Relation.Column column) {
    return column.comment().tags().entrySet().stream()
        .filter(tag -> !tag.getKey().equals("pii"))
        .map(tag -> ("@" + tag.getKey() + " " + tag.getValue()).strip());
  }

  private static String meaning(String mark) {
    return switch (mark) {
      case "PK" -> "part of the primary key";
      case "FK" -> "part of a foreign key";
      default -> "part of a unique key";
    };
  }
}
