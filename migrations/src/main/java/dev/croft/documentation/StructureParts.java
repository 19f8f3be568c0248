package dev.croft.documentation;

import static dev.croft.documentation.Grid.badge;
import static dev.croft.documentation.Grid.code;
import static dev.croft.documentation.Grid.link;
import static dev.croft.documentation.Grid.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a table is made of besides its columns: keys, constraints, indexes, a view's query. */
record StructureParts(Schema schema, Relation relation) {

  Stream<Element> elements() {
    return Stream.of(query(), constraints(), referrers(), indexes()).flatMap(Optional::stream);
  }

  private Optional<Element> query() {
    return relation
        .query()
        .map(query -> Grid.part("Query", Element.of("pre", code(query.strip())).css("scroll")));
  }

  private Optional<Element> constraints() {
    return Grid.part(
        relation,
        "Keys and constraints",
        List.of("Name", "Kind", "Definition"),
        relation.constraints().stream().map(this::row).toList());
  }

  private Element row(Relation.Constraint constraint) {
    Element definition = Element.of("span", code(constraint.definition()));
    constraint
        .target()
        .filter(target -> schema.find(target).isPresent())
        .ifPresent(
            target ->
                definition.add(Element.of("span", link(Anchor.of(target), target)).css("target")));
    if (!constraint.isValid()) {
      definition.add(badge("warning", "not validated"));
    }
    definition.say(constraint.comment().prose());
    return Grid.row(code(constraint.name()), words(constraint.kind()), definition);
  }

  private Optional<Element> referrers() {
    return Grid.part(
        relation,
        "Referenced by",
        List.of("Table", "Columns", "Foreign key"),
        schema.referrers(relation).stream()
            .map(
                each ->
                    Grid.row(
                        link(Anchor.of(each.table()), each.table()),
                        code(each.columns()),
                        code(each.constraint())))
            .toList());
  }

  private Optional<Element> indexes() {
    return Grid.part(
        relation,
        "Indexes",
        List.of("Name", "Kind", "Definition"),
        relation.indexes().stream().map(StructureParts::row).toList());
  }

  private static Element row(Relation.Index index) {
    String kind = index.isUnique() ? "unique" : "";
    Element definition = Element.of("span", code(index.definition()));
    if (!index.isValid()) {
      definition.add(badge("warning", "invalid"));
    }
    definition.say(index.comment().prose());
    return Grid.row(
        code(index.name()),
        words(index.isOfConstraint() ? (kind + " constraint").strip() : kind),
        definition);
  }
}
