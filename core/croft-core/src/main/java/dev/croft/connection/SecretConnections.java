package dev.croft.connection;

/** Connections whose credentials are a secret of AWS Secrets Manager. */
final class SecretConnections {
  private static final String DRIVER =
      "com.amazonaws.secretsmanager.sql.AWSSecretsManagerPostgreSQLDriver";

  private static final String REGION = "aws.region";

  private SecretConnections() {}

  static Connections open(
      Access access, ConnectionSource.Secret secret, ConnectionSettings settings) {
    loadDriver(secret);
    SecretDataSource dataSource = SecretDataSource.open(secret, settings.server());
    try {
      return PooledConnections.open(
          access, dataSource.user(), dataSource, settings.pool(), dataSource::close);
    } catch (RuntimeException e) {
      dataSource.close();
      throw e;
    }
  }

  /**
   * What the secret holds now.
   *
   * @throws dev.croft.exception.SecretUnavailableException when it cannot be read
   * @throws ConfigurationException when it lacks a field
   */
  static ConnectionSource.Server read(ConnectionSource.Secret secret) {
    loadDriver(secret);
    SecretDataSource dataSource = SecretDataSource.open(secret, ServerSettings.defaults());
    try {
      return dataSource.content();
    } finally {
      dataSource.close();
    }
  }

  /**
   * The driver's class makes an instance of itself when it is loaded, with a client that nobody
   * uses, and fails where neither the environment nor the machine names a region for that one.
   */
  private static synchronized void loadDriver(ConnectionSource.Secret secret) {
    String given = System.getProperty(REGION);
    boolean isNamed = given != null || System.getenv("AWS_REGION") != null;
    try {
      if (!isNamed) {
        System.setProperty(REGION, secret.arn().region());
      }
      Class.forName(DRIVER, true, SecretConnections.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new ConfigurationException(
          "a secret is configured, and the library that reads it is not on the class path",
          "Add com.amazonaws.secretsmanager:aws-secretsmanager-jdbc to the dependencies.");
    } finally {
      if (!isNamed) {
        System.clearProperty(REGION);
      }
    }
  }
}
