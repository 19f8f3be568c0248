package dev.croft.connection;

import com.amazonaws.secretsmanager.caching.SecretCache;
import com.amazonaws.secretsmanager.caching.SecretCacheConfiguration;
import com.amazonaws.secretsmanager.sql.AWSSecretsManagerPostgreSQLDriver;
import dev.croft.exception.DatabaseException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Connects with what a secret holds at that moment. The driver of aws-secretsmanager-jdbc reads the
 * secret again where the server refuses the password, so that a rotated one is taken up.
 */
final class SecretDataSource implements DataSource {
  /** Address and properties are handed over beside it: nothing is pasted into it. */
  private static final String URL = "jdbc-secretsmanager:postgresql://";

  private final String arn;
  private final ServerSettings settings;
  private final SecretsManagerClient client;
  private final SecretCache cache;
  private final AWSSecretsManagerPostgreSQLDriver driver;

  private SecretDataSource(String arn, ServerSettings settings, SecretsManagerClient client) {
    this.arn = arn;
    this.settings = settings;
    this.client = client;
    this.cache = new SecretCache(new SecretCacheConfiguration().withClient(client));
    this.driver = new AWSSecretsManagerPostgreSQLDriver(cache);
  }

  /**
   * Reads the secret once.
   *
   * @throws dev.croft.exception.SecretUnavailableException when it cannot be read
   * @throws ConfigurationException when it lacks a field
   */
  static SecretDataSource open(ConnectionSource.Secret secret, ServerSettings settings) {
    SecretsManagerClient client = SecretsClient.of(secret);
    SecretDataSource dataSource = new SecretDataSource(secret.arn().value(), settings, client);
    try {
      dataSource.content();
      return dataSource;
    } catch (DatabaseException e) {
      dataSource.close();
      throw e;
    }
  }

  /** The login that the secret names now. */
  String user() {
    return content().credentials().user();
  }

  /** What the secret holds now. */
  ConnectionSource.Server content() {
    return DatabaseSecret.parse(arn, SecretsClient.read(arn, () -> cache.getSecretString(arn)));
  }

  @Override
  public Connection getConnection() throws SQLException {
    try {
      Properties properties = new Properties();
      properties.putAll(DriverProperties.of(content().address(), settings));
      properties.setProperty("user", arn);
      return driver.connect(URL, properties);
    } catch (DatabaseException e) {
      throw new PSQLException(e.getMessage(), PSQLState.CONNECTION_UNABLE_TO_CONNECT);
    } catch (SQLException e) {
      throw e.getSQLState() == null ? refused() : e;
    }
  }

  /** The driver gives up without a SQLSTATE. */
  private SQLException refused() {
    return new PSQLException(
        "the server refuses the password that the secret " + arn + " holds",
        PSQLState.CONNECTION_REJECTED);
  }

  void close() {
    cache.close();
    client.close();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the credentials are those of the secret");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter writer) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("logging goes to slf4j");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("a data source of a secret is not unwrapped");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
