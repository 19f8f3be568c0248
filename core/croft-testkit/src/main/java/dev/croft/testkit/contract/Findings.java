package dev.croft.testkit.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The records that each tenant has read of its own, to be handed back in calls. */
final class Findings {
  private final Grounds grounds;
  private final Nobody nobody;
  private final Map<Class<?>, Object> ofMine = new HashMap<>();
  private final Map<Class<?>, Object> ofOther = new HashMap<>();

  Findings(Grounds grounds, Nobody nobody) {
    this.grounds = grounds;
    this.nobody = nobody;
  }

  /** Keeps the first record of each type that speaks of the tenant's own row. */
  void keep(Side side, @Nullable Object result) {
    Map<Class<?>, Object> found = side == grounds.mine() ? ofMine : ofOther;
    Side another = side == grounds.mine() ? grounds.other() : grounds.mine();
    Domain.parts(result)
        .filter(part -> part instanceof Record)
        .filter(part -> Side.found(side.secretsFrom(another), Description.of(part)) != null)
        .forEach(part -> found.putIfAbsent(part.getClass(), part));
  }

  /** A record that was read, changed to name what {@code variant} names; null if none was. */
  @Nullable Object like(Class<?> type, Variant variant) {
    boolean isMine = variant.ids() == grounds.mine();
    Object found = (isMine ? ofMine : ofOther).get(type);
    Side side = isMine ? grounds.mine() : grounds.other();
    return Domain.copy(found, leaf(side, variant));
  }

  private UnaryOperator<Object> leaf(Side side, Variant variant) {
    return value -> {
      if (value instanceof String text) {
        return Nobody.renamed(text, side.mark(), variant.values().mark());
      }
      boolean isSecret =
          value instanceof UUID
              && side.secretsFrom(side == grounds.mine() ? grounds.other() : grounds.mine())
                  .contains(value.toString());
      return isSecret && variant.ids() == nobody ? nobody.inPlaceOf(value) : value;
    };
  }
}
