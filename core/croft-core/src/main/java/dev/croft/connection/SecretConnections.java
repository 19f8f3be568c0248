package dev.croft.connection;

/** Connections whose credentials are a secret of AWS Secrets Manager. */
final class SecretConnections {
  private static final String DRIVER =
      "com.amazonaws.secretsmanager.sql.AWSSecretsManagerPostgreSQLDriver";

  private SecretConnections() {}

  static Connections open(ConnectionSource.Secret secret, ConnectionSettings settings) {
    requireLibrary();
    SecretDataSource dataSource = SecretDataSource.open(secret, settings.server());
    try {
      return PooledConnections.open(
          dataSource.user(), dataSource, settings.pool(), dataSource::close);
    } catch (RuntimeException e) {
      dataSource.close();
      throw e;
    }
  }

  private static void requireLibrary() {
    try {
      Class.forName(DRIVER, false, SecretConnections.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new ConfigurationException(
          "a secret is configured, and the library that reads it is not on the class path",
          "Add com.amazonaws.secretsmanager:aws-secretsmanager-jdbc to the dependencies.");
    }
  }
}
