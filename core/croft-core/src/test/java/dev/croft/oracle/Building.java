package dev.croft.oracle;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What the parts of one statement have in common while they are built. */
final class Building {
  private final DSLContext dsl;
  private final UUID tenant;
  private final boolean fenced;
  private final Set<Entity> unaliased = EnumSet.noneOf(Entity.class);
  private int names;

  /**
   * @param fenced whether a fence will put the tenant where it is absent
   */
  Building(DSLContext dsl, UUID tenant, boolean fenced) {
    this.dsl = dsl;
    this.tenant = tenant;
    this.fenced = fenced;
  }

  DSLContext dsl() {
    return dsl;
  }

  SourceBuilder sources() {
    return new SourceBuilder(this);
  }

  ValueBuilder values() {
    return new ValueBuilder(this);
  }

  FilterBuilder filters() {
    return new FilterBuilder(this);
  }

  QueryBuilder queries() {
    return new QueryBuilder(this);
  }

  WriteBuilder writes() {
    return new WriteBuilder(this);
  }

  String name(String prefix) {
    return prefix + names++;
  }

  /** Whether {@code entity} may stand under its own name, which only one reference to it does. */
  boolean takeOwnName(Entity entity) {
    return unaliased.add(entity);
  }

  /** The tenant as the statement names it; null where it leaves it to the fence. */
  @Nullable UUID tenant(Write.Owner owner, int other) {
    return switch (owner) {
      case OWN -> tenant;
      case OTHER -> other(other);
      case ABSENT, NULL -> fenced ? null : tenant;
    };
  }

  boolean namesTenant(Write.Owner owner) {
    return owner != Write.Owner.ABSENT || !fenced;
  }

  private UUID other(int number) {
    UUID chosen = Ids.tenant(number);
    return chosen.equals(tenant) ? Ids.tenant(number + 1) : chosen;
  }
}
