package dev.croft.oracle;

import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.GroupField;
import org.jooq.Record;
import org.jooq.SelectQuery;
import org.jooq.impl.DSL;

/** Gives a SELECT its grouping, and an order where the rows would depend on one. */
final class ShapeBuilder {
  private final Query query;
  private final List<Field<?>> keys;
  private final int fields;

  ShapeBuilder(Query query, List<Field<?>> keys, int fields) {
    this.query = query;
    this.keys = keys;
    this.fields = fields;
  }

  void apply(SelectQuery<Record> select) {
    switch (query.shape()) {
      case PLAIN -> {}
      case DISTINCT -> select.setDistinct(true);
      case DISTINCT_ON -> {
        select.addDistinctOn(DSL.inline(1));
        select.addOrderBy(positions());
      }
      case LIMITED -> {
        select.addOrderBy(positions());
        select.addLimit(query.limit() % 3 + 1);
      }
      case GROUPED -> select.addGroupBy(keys);
      case HAVING -> {
        select.addGroupBy(keys);
        select.addHaving(DSL.count().ge(query.limit() % 3));
      }
      case GROUPING_SETS, ROLLUP, CUBE -> {
        if (keys.isEmpty()) {
          select.addGroupBy(keys);
        } else {
          select.addGroupBy(sets(keys.toArray(Field[]::new)));
        }
      }
    }
  }

  private GroupField sets(Field<?>[] all) {
    return switch (query.shape()) {
      case ROLLUP -> DSL.rollup(all);
      case CUBE -> DSL.cube(all);
      default -> DSL.groupingSets(all, new Field<?>[0]);
    };
  }

  private List<Field<Integer>> positions() {
    return IntStream.rangeClosed(1, fields).<Field<Integer>>mapToObj(DSL::inline).toList();
  }
}
