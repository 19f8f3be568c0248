package dev.croft.oracle;

import static dev.croft.oracle.schema.work.Tables.PROJECTS;

import dev.croft.oracle.schema.work.tables.Projects;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Builds what stands in FROM clauses, and brings its columns into sight. */
final class SourceBuilder {
  private final Building building;

  SourceBuilder(Building building) {
    this.building = building;
  }

  Table<?> build(Source source, Scope into, Commons commons) {
    return build(source, into, Scope.empty(), commons);
  }

  /**
   * @param left what a lateral table sees beside the queries outside
   */
  Table<?> build(Source source, Scope into, Scope left, Commons commons) {
    return switch (source) {
      case Source.Rows rows -> generated(rows(rows), into);
      case Source.Sampled sampled -> sampled(sampled.entity(), into);
      case Source.Renamed renamed -> renamed(renamed.entity().table(), into);
      case Source.Filtered filtered -> filtered(filtered, into, commons);
      case Source.Derived derived -> derived(derived.query(), into, into.outer(), commons);
      case Source.Lateral lateral -> lateral(lateral.query(), into, left, commons);
      case Source.Listed listed -> listed(listed.listing(), into);
      case Source.Common common -> common(common.query(), into, commons);
      case Source.Ancestry ancestry -> ancestry(ancestry, into, commons);
      case Source.Changed changed -> changed(changed, into, commons);
      case Source.Joined joined -> new JoinBuilder(building).build(joined, into, left, commons);
      case Source.PathJoined joined -> pathJoined(joined, into, left, commons);
      case Source.PathRows rows -> pathRows(rows, into);
    };
  }

  private Table<?> rows(Source.Rows rows) {
    Table<?> table = rows.entity().table();
    boolean aliased = rows.aliased() || !building.takeOwnName(rows.entity());
    return aliased ? table.as(building.name("t")) : table;
  }

  static Table<?> generated(Table<?> table, Scope into) {
    for (Field<?> field : table.fields()) {
      Column.of(table, field, field).ifPresent(into::add);
    }
    into.add(table);
    return table;
  }

  /** All rows of a table, as a sample of them. */
  private Table<?> sampled(Entity entity, Scope into) {
    Table<?> table = entity.table().as(building.name("t"));
    generated(table, into);
    return table.tablesample(100);
  }

  private Table<?> renamed(Table<?> table, Scope into) {
    String[] names =
        Stream.of(table.fields()).map(field -> "n_" + field.getName()).toArray(String[]::new);
    Table<?> renamed = table.as(building.name("t"), names);
    for (int i = 0; i < names.length; i++) {
      Column.of(table, table.fields()[i], renamed.fields()[i]).ifPresent(into::add);
    }
    return renamed;
  }

  private Table<?> filtered(Source.Filtered filtered, Scope into, Commons commons) {
    Table<?> table = filtered.entity().table().as(building.name("t"));
    Scope own = new Scope(into.outer());
    generated(table, own);
    own.columns().forEach(into::add);
    return table.where(building.filters().build(filtered.filter(), own, commons));
  }

  private Table<?> derived(
      Query query, Scope into, @org.jspecify.annotations.Nullable Scope outer, Commons commons) {
    QueryBuilder.Built built =
        building.queries().build(query, QueryBuilder.COLUMNS, outer, commons);
    Table<?> table = built.select().asTable(building.name("d"));
    for (int i = 0; i < table.fields().length; i++) {
      into.add(built.column(i, table.fields()[i]));
    }
    return table;
  }

  private Table<?> lateral(Query query, Scope into, Scope left, Commons commons) {
    return left.columns().isEmpty()
        ? derived(query, into, into.outer(), commons)
        : DSL.lateral(derived(query, into, left, commons));
  }

  private Table<?> listed(Source.Listing listing, Scope into) {
    Name name = DSL.name(building.name("v"));
    Table<?> table =
        switch (listing) {
          case VALUES ->
              DSL.values(DSL.row("project 2", 1), DSL.row("task 1", 2), DSL.row("acme", 2))
                  .as(name, DSL.name("c0"), DSL.name("c1"));
          case UNNEST -> DSL.unnest(List.of("a", "task 2", "globex")).as(name, DSL.name("c0"));
          case SERIES -> DSL.generateSeries(0, 2).as(name, DSL.name("c0"));
        };
    for (Field<?> field : table.fields()) {
      Column.of(table, field, field).ifPresent(into::add);
    }
    return table;
  }

  private Table<?> common(Query query, Scope into, Commons commons) {
    QueryBuilder.Built built = building.queries().build(query, QueryBuilder.COLUMNS, null, commons);
    CommonTableExpression<Record> table = DSL.name(building.name("c")).as(built.select());
    commons.declare(table);
    for (int i = 0; i < table.fields().length; i++) {
      into.add(built.column(i, table.fields()[i]));
    }
    return table;
  }

  private Table<?> ancestry(Source.Ancestry ancestry, Scope into, Commons commons) {
    Projects start = PROJECTS.as(building.name("t"));
    Projects next = PROJECTS.as(building.name("t"));
    Scope own = Scope.empty();
    generated(start, own);
    Name name = DSL.name(building.name("c"));
    Field<java.util.UUID> id = DSL.field(name.append("id"), SQLDataType.UUID);
    Field<java.util.UUID> parent = DSL.field(name.append("parent_id"), SQLDataType.UUID);
    CommonTableExpression<?> table =
        name.fields("id", "parent_id", "remark", "budget")
            .as(
                DSL.select(start.ID, start.PARENT_ID, start.REMARK, start.BUDGET)
                    .from(start)
                    .where(building.filters().build(ancestry.start(), own, commons))
                    .union(
                        DSL.select(next.ID, next.PARENT_ID, next.REMARK, next.BUDGET)
                            .from(DSL.table(name))
                            .join(next)
                            .on(ancestry.upward() ? next.ID.eq(parent) : next.PARENT_ID.eq(id))));
    commons.declareRecursive(table);
    for (Field<?> field : table.fields()) {
      Column.of(PROJECTS, field, field).ifPresent(into::add);
    }
    return table;
  }

  private Table<?> changed(Source.Changed changed, Scope into, Commons commons) {
    if (!commons.takeChange()) {
      return build(changed.instead(), into, commons);
    }
    CommonTableExpression<?> table =
        DSL.name(building.name("c")).as(building.writes().returning(changed.write()));
    commons.declare(table);
    for (Field<?> field : table.fields()) {
      Column.of(table, field, field).ifPresent(into::add);
    }
    return table;
  }

  private Table<?> pathJoined(Source.PathJoined joined, Scope into, Scope left, Commons commons) {
    Scope own = new Scope(into.outer());
    Table<?> from = build(JoinBuilder.withoutSemiJoin(joined.left()), own, left, commons);
    into.addAll(own);
    List<Table<?>> paths = Path.direct(own.tables());
    if (paths.isEmpty()) {
      return from;
    }
    Table<?> path = Scope.pick(paths, joined.path(), from).as(building.name("p"));
    generated(path, into);
    return pathJoin(joined.outer(), from, path);
  }

  @SuppressWarnings("unchecked")
  private static Table<?> pathJoin(boolean outer, Table<?> from, Table<?> table) {
    org.jooq.Path<Record> path = (org.jooq.Path<Record>) table;
    return outer ? from.leftJoin(path) : from.join(path);
  }

  private Table<?> pathRows(Source.PathRows rows, Scope into) {
    Scope outer = into.outer();
    List<Table<?>> paths = outer == null ? List.of() : Path.direct(outer.tables());
    if (paths.isEmpty()) {
      return build(new Source.Rows(rows.instead(), true), into, Scope.empty(), new Commons(false));
    }
    return generated(
        Scope.pick(paths, rows.path(), Objects.requireNonNull(paths.getFirst())), into);
  }
}
