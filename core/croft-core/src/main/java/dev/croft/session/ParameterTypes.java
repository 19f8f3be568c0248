package dev.croft.session;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseStatement;

/**
 * The types of bound values that the driver tells the server.
 *
 * <p>It leaves others to the server, those of dates above all. A statement with such a value it has
 * described once it keeps it on the server; from then on, as the size of its rows has no bound, it
 * sends what comes before it in a round trip of its own. Outside a transaction that ends the entry
 * into the tenant before the statement runs, even where it was in one that it was described.
 */
final class ParameterTypes {
  private static final Set<String> TYPED_SETTERS =
      Set.of(
          "setString",
          "setBoolean",
          "setShort",
          "setInt",
          "setLong",
          "setFloat",
          "setDouble",
          "setBigDecimal",
          "setBytes");

  private static final Set<Integer> TYPED_NULLS =
      Set.of(
          Types.VARCHAR,
          Types.BOOLEAN,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.REAL,
          Types.DOUBLE,
          Types.NUMERIC);

  private ParameterTypes() {}

  /**
   * Has the driver not keep {@code statement} on the server, where it would leave a type to it.
   *
   * @param value what is bound, or the type of a null
   */
  static void keepInOneRoundTrip(PreparedStatement statement, String setter, @Nullable Object value)
      throws SQLException {
    if (!isTyped(setter, value)) {
      statement.unwrap(BaseStatement.class).setPrepareThreshold(0);
    }
  }

  private static boolean isTyped(String setter, @Nullable Object value) {
    return switch (setter) {
      case "setObject" -> value instanceof UUID || value instanceof String;
      case "setNull" -> value instanceof Integer type && TYPED_NULLS.contains(type);
      default -> TYPED_SETTERS.contains(setter);
    };
  }
}
