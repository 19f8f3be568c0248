package dev.croft.connection;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;
import javax.sql.DataSource;

/** Where the connections of one login come from. */
public sealed interface ConnectionSource {

  /** A server, and the credentials of the login there; Croft keeps a pool of its own. */
  record Server(DatabaseAddress address, Credentials credentials) implements ConnectionSource {
    public Server {
      requireNonNull(address, "address");
      requireNonNull(credentials, "credentials");
    }
  }

  /**
   * A secret of AWS Secrets Manager that holds address and credentials; Croft keeps a pool that
   * takes up a rotated password.
   *
   * @param region where the secret is kept; empty for the region that the ARN names
   * @param endpoint of the API, for private networks; empty for that of the region
   */
  record Secret(SecretArn arn, Optional<String> region, Optional<URI> endpoint)
      implements ConnectionSource {
    public Secret {
      requireNonNull(arn, "arn");
      requireNonNull(region, "region");
      requireNonNull(endpoint, "endpoint");
    }
  }

  /**
   * A data source of the application, which keeps and closes it. Its connections must come in
   * auto-commit mode, and go nowhere but through Croft.
   */
  record Given(DataSource dataSource) implements ConnectionSource {
    public Given {
      requireNonNull(dataSource, "dataSource");
    }

    /** Says nothing of the data source, whose own text may hold a password. */
    @Override
    public String toString() {
      return "Given[dataSource=%s]".formatted(dataSource.getClass().getName());
    }
  }
}
