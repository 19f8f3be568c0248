package dev.croft.isolation;

import dev.croft.exception.ConversionException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.tools.jdbc.DefaultResultSet;
import org.jspecify.annotations.Nullable;

/**
 * Rows that jOOQ reads. When it cannot read an array as the type that was asked for, it reads it as
 * text, logs that as an error, and goes on with null: here it fails instead.
 */
public class StrictResultSet extends DefaultResultSet {
  private int arrayColumn;

  /** The rows of {@code delegate}, which {@code statement} made. */
  public StrictResultSet(ResultSet delegate, Statement statement) {
    super(delegate, statement);
  }

  @Override
  public boolean next() throws SQLException {
    arrayColumn = 0;
    return super.next();
  }

  @Override
  public @Nullable Array getArray(int column) throws SQLException {
    arrayColumn = column;
    return super.getArray(column);
  }

  /**
   * As the driver does.
   *
   * @throws ConversionException for a column of the row that was read as an array before
   */
  @Override
  public @Nullable String getString(int column) throws SQLException {
    if (column == arrayColumn) {
      throw new ConversionException("the elements of an array are not of the type asked for");
    }
    return super.getString(column);
  }
}
