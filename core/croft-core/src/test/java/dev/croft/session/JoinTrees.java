package dev.croft.session;

import static dev.croft.schema.auth.Tables.PERMISSIONS;
import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.auth.Tables.ROLE_PERMISSIONS;
import static dev.croft.schema.auth.Tables.USER_ROLES;
import static dev.croft.schema.public_.Tables.TENANTS;
import static dev.croft.schema.public_.Tables.TENANT_USERS;
import static dev.croft.schema.public_.Tables.USERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JoinType;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Queries over random trees of joins, the same ones for the same seed. */
final class JoinTrees {
  private static final List<Table<?>> TABLES =
      List.of(ROLES, USER_ROLES, ROLE_PERMISSIONS, TENANT_USERS, USERS, PERMISSIONS, TENANTS);

  private static final List<JoinType> TYPES =
      List.of(
          JoinType.JOIN,
          JoinType.LEFT_OUTER_JOIN,
          JoinType.RIGHT_OUTER_JOIN,
          JoinType.FULL_OUTER_JOIN,
          JoinType.CROSS_JOIN,
          JoinType.CROSS_APPLY);

  private final Random random;
  private final List<Table<?>> leaves = new ArrayList<>();
  private int aliases;

  private JoinTrees(long seed) {
    this.random = new Random(seed);
  }

  static Select<?> query(DSLContext dsl, long seed) {
    return new JoinTrees(seed).query(dsl);
  }

  private Select<?> query(DSLContext dsl) {
    Table<?> tree = tree(2 + random.nextInt(3));
    List<Field<UUID>> ids = leaves.stream().map(leaf -> id(leaf)).toList();
    return dsl.select(ids).from(tree).where(random.nextInt(3) == 0 ? where() : DSL.noCondition());
  }

  private Table<?> tree(int size) {
    if (size == 1) {
      return leaf();
    }
    int left = 1 + random.nextInt(size - 1);
    int firstOfLeft = leaves.size();
    Table<?> leftTree = tree(left);
    int firstOfRight = leaves.size();
    Table<?> rightTree = tree(size - left);
    return join(leftTree, rightTree, firstOfLeft, firstOfRight);
  }

  private Table<?> leaf() {
    Table<?> table = TABLES.get(random.nextInt(TABLES.size()));
    String alias = "t" + aliases++;
    Table<?> leaf =
        random.nextInt(5) == 0
            ? DSL.select(table.fields()).from(table).asTable(alias)
            : table.as(alias);
    leaves.add(leaf);
    return leaf;
  }

  private Table<?> join(Table<?> left, Table<?> right, int firstOfLeft, int firstOfRight) {
    JoinType type = TYPES.get(random.nextInt(TYPES.size()));
    Condition on = equality(firstOfLeft, firstOfRight, type == JoinType.FULL_OUTER_JOIN);
    return switch (type) {
      case LEFT_OUTER_JOIN -> left.leftJoin(right).on(on);
      case RIGHT_OUTER_JOIN -> left.rightJoin(right).on(on);
      case FULL_OUTER_JOIN -> left.fullJoin(right).on(on);
      case CROSS_JOIN -> left.crossJoin(right);
      case CROSS_APPLY -> left.crossJoin(hidden(right, on, firstOfRight));
      default -> left.join(right).on(on);
    };
  }

  /** Only the number of its rows can be seen outside. */
  private Table<?> hidden(Table<?> right, Condition on, int firstOfRight) {
    Table<?> hidden = DSL.lateral(DSL.selectOne().from(right).where(on));
    leaves.subList(firstOfRight, leaves.size()).clear();
    return hidden;
  }

  /** PostgreSQL joins fully on equalities only. */
  private Condition equality(int firstOfLeft, int firstOfRight, boolean plain) {
    Field<UUID> left = anyId(leaves.subList(firstOfLeft, firstOfRight));
    Field<UUID> right = anyId(leaves.subList(firstOfRight, leaves.size()));
    Condition equal = left.eq(right);
    if (plain || random.nextInt(3) > 0) {
      return equal;
    }
    return random.nextBoolean() ? equal.or(right.isNull()) : DSL.trueCondition();
  }

  private Condition where() {
    Field<UUID> one = anyId(leaves);
    Field<UUID> other = anyId(leaves);
    return switch (random.nextInt(3)) {
      case 0 -> one.isNull().or(other.isNotNull());
      case 1 -> DSL.not(one.eq(other));
      default -> DSL.exists(DSL.selectOne().from(USER_ROLES).where(USER_ROLES.USER_ID.eq(one)));
    };
  }

  private Field<UUID> anyId(List<Table<?>> tables) {
    List<Field<?>> ids =
        tables.stream()
            .flatMap(table -> Stream.of(table.fields()))
            .filter(field -> field.getType().equals(UUID.class))
            .toList();
    return ids.get(random.nextInt(ids.size())).coerce(UUID.class);
  }

  private static Field<UUID> id(Table<?> table) {
    Field<?>[] fields = table.fields();
    boolean second = fields.length > 1 && fields[1].getType().equals(UUID.class);
    return fields[second ? 1 : 0].coerce(UUID.class);
  }
}
