package dev.croft.oracle;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Builds conditions. */
final class FilterBuilder {
  private final Building building;

  FilterBuilder(Building building) {
    this.building = building;
  }

  Condition all(List<Filter> filters, Scope scope, Commons commons) {
    return DSL.and(filters.stream().map(filter -> build(filter, scope, commons)).toList());
  }

  Condition build(Filter filter, Scope scope, Commons commons) {
    return switch (filter) {
      case Filter.Related related -> related(related, scope);
      case Filter.ToLiteral literal -> toLiteral(literal, scope);
      case Filter.Absent absent -> absent(absent, scope);
      case Filter.Both both ->
          build(both.one(), scope, commons).and(build(both.other(), scope, commons));
      case Filter.Either either ->
          build(either.one(), scope, commons).or(build(either.other(), scope, commons));
      case Filter.Not not -> DSL.not(build(not.filter(), scope, commons));
      case Filter.Exists exists -> exists(exists, scope, commons);
      case Filter.Member member -> member(member, scope, commons);
      case Filter.ToScalar scalar -> toScalar(scalar, scope, commons);
      case Filter.OfPath path -> ofPath(path, scope, commons);
    };
  }

  private static Condition related(Filter.Related related, Scope scope) {
    Scope.Pair none = new Scope.Pair(scope.column(Type.ID, 0), scope.column(Type.ID, 1));
    Scope.Pair pair = Scope.pick(scope.pairs(), related.pair(), none);
    return compare(pair.one().field(), pair.other().field(), related.comparison());
  }

  private static Condition toLiteral(Filter.ToLiteral literal, Scope scope) {
    Column column = scope.column(literal.type(), literal.column());
    Column value = Column.literal(column.type(), column.domain(), literal.number());
    return compare(column.field(), value.field(), literal.comparison());
  }

  @SuppressWarnings("unchecked")
  private static Condition compare(Field<?> left, Field<?> right, Filter.Comparison comparison) {
    Field<Object> one = (Field<Object>) left;
    Field<Object> other = (Field<Object>) right;
    return switch (comparison) {
      case EQUAL -> one.eq(other);
      case UNEQUAL -> one.ne(other);
      case LESS -> one.lt(other);
      case NOT_DISTINCT -> one.isNotDistinctFrom(other);
    };
  }

  private static Condition absent(Filter.Absent absent, Scope scope) {
    Field<?> field = scope.column(absent.type(), absent.column()).field();
    return absent.negated() ? field.isNotNull() : field.isNull();
  }

  private Condition exists(Filter.Exists exists, Scope scope, Commons commons) {
    Select<Record> query =
        building.queries().select(exists.query(), List.of(Type.NUMBER), scope, commons);
    return exists.negated() ? DSL.notExists(query) : DSL.exists(query);
  }

  private Condition member(Filter.Member member, Scope scope, Commons commons) {
    Field<Object> field = object(scope.column(member.type(), member.column()).field());
    if (member.membership() == Filter.Membership.ROW_IN) {
      return rowIn(field, member, scope, commons);
    }
    Select<Record1<Object>> query = one(member.query(), List.of(member.type()), scope, commons);
    return switch (member.membership()) {
      case NOT_IN -> field.notIn(query);
      case ANY -> field.eq(DSL.any(query));
      case ALL -> field.ge(DSL.all(query));
      default -> field.in(query);
    };
  }

  private Condition rowIn(Field<Object> field, Filter.Member member, Scope scope, Commons commons) {
    Field<Object> number = object(scope.column(Type.NUMBER, member.column()).field());
    Table<?> rows =
        building
            .queries()
            .select(member.query(), List.of(member.type(), Type.NUMBER), scope, commons)
            .asTable(building.name("r"));
    return DSL.row(field, number)
        .in(DSL.select(object(rows.fields()[0]), object(rows.fields()[1])).from(rows));
  }

  private Condition toScalar(Filter.ToScalar scalar, Scope scope, Commons commons) {
    Value.Scalar value = new Value.Scalar(Value.Aggregate.GREATEST, scalar.query());
    Column column = scope.column(Type.NUMBER, scalar.column());
    Column other = building.values().build(value, Type.NUMBER, scope, commons);
    return compare(column.field(), other.field(), scalar.comparison());
  }

  private Condition ofPath(Filter.OfPath path, Scope scope, Commons commons) {
    Value.OfPath value = new Value.OfPath(path.path(), path.column());
    Column reached = building.values().build(value, Type.TEXT, scope, commons);
    Column literal = Column.literal(Type.TEXT, reached.domain(), path.number());
    return compare(reached.field(), literal.field(), Filter.Comparison.UNEQUAL);
  }

  @SuppressWarnings("unchecked")
  private static Field<Object> object(Field<?> field) {
    return (Field<Object>) field;
  }

  @SuppressWarnings("unchecked")
  private Select<Record1<Object>> one(Query query, List<Type> types, Scope scope, Commons commons) {
    return (Select<Record1<Object>>)
        (Select<?>) building.queries().select(query, types, scope, commons);
  }
}
