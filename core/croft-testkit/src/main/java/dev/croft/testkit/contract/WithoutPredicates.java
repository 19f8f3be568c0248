package dev.croft.testkit.contract;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections on which the predicates of a session hold for every row: they are taken out of its
 * statements below Croft, where no session gets to. Their values are bound as before.
 */
final class WithoutPredicates {
  /** A parameter, or the literal that stands in joins which jOOQ adds for a path. */
  private static final String TENANT = " = (cast\\((?:\\?|'[0-9a-f-]{36}') as uuid\\))";

  private final Pattern predicates;

  WithoutPredicates(List<TableShape> tables) {
    this.predicates =
        tables.stream()
            .filter(TableShape::isOfTenants)
            .map(WithoutPredicates::column)
            .distinct()
            .collect(
                Collectors.collectingAndThen(
                    Collectors.joining("|", "(?:", ")" + TENANT), Pattern::compile));
  }

  /** A tenant's own {@code id} needs its table's name, because any table has an {@code id}. */
  private static String column(TableShape table) {
    String column = Rows.quoted(table.tenantColumn());
    return table.holdsTenants()
        ? Pattern.quote("\"%s\".%s".formatted(table.name().replace(".", "\".\""), column))
        : "(?:\"[^\"]+\"\\.)+" + Pattern.quote(column);
  }

  String rewrite(String sql) {
    return predicates.matcher(sql).replaceAll("$1 is not null");
  }

  /** A pool of such connections. */
  HikariDataSource pool(PostgresDatabase database, Login login, int size) {
    Source source = new Source();
    source.setURL(database.jdbcUrl());
    source.setUser(login.user());
    source.setPassword(login.password());
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    return new HikariDataSource(config);
  }

  @SuppressWarnings("serial") // Nobody stores it.
  private final class Source extends PGSimpleDataSource {
    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password)
        throws SQLException {
      return new Rewriting(super.getConnection(user, password));
    }
  }

  private final class Rewriting extends DefaultConnection {
    Rewriting(Connection connection) {
      super(connection);
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
      return super.prepareStatement(rewrite(sql));
    }
  }
}
