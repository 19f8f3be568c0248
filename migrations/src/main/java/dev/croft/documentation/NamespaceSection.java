package dev.croft.documentation;

import java.util.List;
import java.util.stream.Stream;

/** The section of a page on one namespace: its diagram, a list of its tables, and each of them. */
record NamespaceSection(Schema schema, String namespace) {

  Element element() {
    String anchor = Anchor.ofNamespace(namespace);
    List<Relation> relations = schema.in(namespace);
    return Element.of("section", Element.text("h2", namespace).with("id", "title-" + anchor))
        .css("namespace")
        .with("id", anchor)
        .with("aria-labelledby", "title-" + anchor)
        .add(Element.text("p", schema.comment(namespace).prose()).css("prose"))
        .add(diagram())
        .add(contents(relations))
        .add(relations.stream().map(each -> new RelationSection(schema, each).element()));
  }

  private Stream<Element> diagram() {
    Diagram diagram = Diagram.of(namespace, schema.tables());
    if (diagram.boxes().isEmpty()) {
      return Stream.empty();
    }
    Element drawing =
        new DiagramDrawing(schema)
            .of("Entities and relations of " + namespace, DiagramLayout.of(diagram));
    return Stream.of(
        Element.of(
                "figure",
                Element.of("div", drawing)
                    .css("scroll")
                    .with("tabindex", "0")
                    .with("role", "region")
                    .with("aria-label", "Diagram of " + namespace),
                Element.text(
                    "figcaption",
                    "A line is a foreign key: its fork ends at many rows, a bar is one row, a ring"
                        + " none. A dashed box is a table of another schema; ? is a column that"
                        + " may be null."))
            .css("diagram"));
  }

  private Element contents(List<Relation> relations) {
    return Grid.of(
            "Tables of " + namespace,
            List.of("Table", "Scope", "Columns", "Description"),
            relations.stream()
                .map(
                    each ->
                        Grid.row(
                            Grid.link(Anchor.of(each), each.ownName()),
                            RelationSection.scopeBadge(each),
                            Grid.words(Integer.toString(each.columns().size())),
                            Grid.words(each.comment().prose()))))
        .css("scroll contents");
  }
}
