package dev.croft.documentation;

import dev.croft.documentation.Catalogue.Reading;
import dev.croft.documentation.Catalogue.Row;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads relations out of the catalogue: schema public first, then by name. */
final class Relations {
  private final Catalogue catalogue;
  private final Map<String, Relation> relations = new LinkedHashMap<>();

  private Relations(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  static List<Relation> in(Catalogue catalogue) throws SQLException {
    return new Relations(catalogue).read();
  }

  private List<Relation> read() throws SQLException {
    catalogue
        .list("facts.sql", Relations::relation)
        .forEach(relation -> relations.put(relation.name(), relation));
    add("columns.sql", Relation::columns, Relations::column);
    add("constraints.sql", Relation::constraints, Relations::constraint);
    add("indexes.sql", Relation::indexes, Relations::index);
    add("policies.sql", Relation::policies, Relations::policy);
    add("grants.sql", Relation::grants, Relations::grant);
    add("triggers.sql", Relation::triggers, Relations::trigger);
    return List.copyOf(relations.values());
  }

  private <T> void add(String query, Function<Relation, List<T>> list, Reading<T> reading)
      throws SQLException {
    for (Part<T> part : catalogue.list(query, row -> new Part<>(row.text(1), reading.of(row)))) {
      Relation relation = relations.get(part.relation());
      if (relation != null) {
        list.apply(relation).add(part.value());
      }
    }
  }

  private record Part<T>(String relation, T value) {}

  private static Relation relation(Row row) throws SQLException {
    return Relation.bare(
        row.text(1),
        row.text(2),
        Relation.Kind.of(row.text(3)),
        Comment.of(row.find(4)),
        row.is(5),
        row.is(6),
        row.find(7),
        row.find(8),
        row.is(9));
  }

  private static Relation.Column column(Row row) throws SQLException {
    return new Relation.Column(
        row.text(2),
        row.text(3),
        row.is(4),
        row.find(5),
        row.find(6),
        row.is(7),
        Comment.of(row.find(8)));
  }

  private static Relation.Constraint constraint(Row row) throws SQLException {
    return new Relation.Constraint(
        row.text(2),
        kind(row.text(3)),
        row.text(4),
        Comment.of(row.find(5)),
        row.find(6),
        row.texts(7),
        row.is(8));
  }

  private static String kind(String contype) {
    return switch (contype) {
      case "p" -> "primary key";
      case "u" -> "unique";
      case "f" -> "foreign key";
      case "x" -> "exclusion";
      default -> "check";
    };
  }

  private static Relation.Index index(Row row) throws SQLException {
    return new Relation.Index(
        row.text(2), row.text(3), row.is(4), row.is(5), row.is(6), Comment.of(row.find(7)));
  }

  private static Relation.Policy policy(Row row) throws SQLException {
    return new Relation.Policy(
        row.text(2), row.is(3), row.text(4), row.texts(5), row.find(6), row.find(7));
  }

  private static Relation.Grant grant(Row row) throws SQLException {
    return new Relation.Grant(row.text(2), row.text(3), row.texts(4), row.is(5));
  }

  private static Relation.Trigger trigger(Row row) throws SQLException {
    return new Relation.Trigger(row.text(2), row.text(3), row.is(4), Comment.of(row.find(5)));
  }
}
