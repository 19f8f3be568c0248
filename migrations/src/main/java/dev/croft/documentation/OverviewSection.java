package dev.croft.documentation;

import static dev.croft.documentation.Grid.badge;
import static dev.croft.documentation.Grid.code;
import static dev.croft.documentation.Grid.words;

import java.util.List;
import java.util.stream.Stream;

/** The section of a page on the schema as a whole. */
final class OverviewSection {
  private final Schema schema;
  private final String title;

  OverviewSection(Schema schema, String title) {
    this.schema = schema;
    this.title = title;
  }

  Element element() {
    return Element.of(
            "section", Element.text("h1", title).with("id", "overview-title"), facts(), scopes())
        .css("overview")
        .with("id", "overview")
        .with("aria-labelledby", "overview-title")
        .add(personalData());
  }

  private Element facts() {
    Element facts =
        Element.of("dl")
            .css("facts")
            .add(fact("Tables and views", words(Integer.toString(schema.relations().size()))))
            .add(fact("Columns", words(Long.toString(schema.columns()))))
            .add(fact("Personal data", words(schema.personalColumns() + " columns")))
            .add(fact("PostgreSQL", words(schema.version())));
    schema
        .lastChangeset()
        .ifPresent(changeset -> facts.add(fact("Last changeset", code(changeset))));
    return facts;
  }

  private static Element fact(String name, Element value) {
    return Element.of("div", Element.text("dt", name), Element.of("dd", value));
  }

  private Element scopes() {
    return Element.of(
        "div",
        Element.text("h2", "Scopes").with("id", "scopes"),
        Grid.of(
            "Scopes",
            List.of("Scope", "Tables", "Meaning"),
            Stream.of(Scope.values())
                .filter(scope -> !schema.ofScope(scope).isEmpty())
                .map(
                    scope ->
                        Grid.row(
                            badge("scope-" + scope.word(), scope.word()),
                            words(Integer.toString(schema.ofScope(scope).size())),
                            words(scope.meaning)))));
  }

  private Stream<Element> personalData() {
    if (schema.personalColumns() == 0) {
      return Stream.empty();
    }
    return Stream.of(
        Element.text("h2", "Personal data").with("id", "personal-data"),
        Grid.of(
            "Personal data",
            List.of("Column", "Category", "Scope", "Description"),
            schema.relations().stream().flatMap(OverviewSection::personal)));
  }

  private static Stream<Element> personal(Relation relation) {
    return relation
        .personalColumns()
        .map(
            column ->
                Grid.row(
                    Grid.link(Anchor.of(relation, column), relation.name() + "." + column.name()),
                    badge("personal", column.comment().personal().orElseThrow()),
                    RelationSection.scopeBadge(relation),
                    words(column.comment().prose())));
  }
}
