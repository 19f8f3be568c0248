package dev.croft.connection;

import static dev.croft.connection.Setting.*;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads whether there is a replica, and where: another server for the runtime login. */
record ReplicaReader(SettingValues values) {

  void read(
      Function<SecretArn, ConnectionSource.Secret> secret, Map<Access, ConnectionSource> sources) {
    Optional<SecretArn> arn = values.read(DATABASE_READER_SECRET_ARN, LoginReader::arn);
    Optional<String> host = values.text(DATABASE_READER_HOST, DatabaseAddress::isHost);
    Optional<Integer> port = values.read(DATABASE_READER_PORT, ReplicaReader::port);
    boolean isAddressed = isSet(DATABASE_READER_HOST) || isSet(DATABASE_READER_PORT);
    if (isSet(DATABASE_READER_SECRET_ARN) && isAddressed) {
      problem(
          DATABASE_READER_SECRET_ARN + " contradicts DATABASE_READER_HOST: each names a server");
    } else if (isAddressed && !isSet(DATABASE_READER_HOST)) {
      problem(DATABASE_READER_HOST + " is missing");
    }
    arn.ifPresent(found -> sources.put(Access.READER, secret.apply(found)));
    host.ifPresent(found -> onServer(found, port, sources));
  }

  private boolean isSet(Setting setting) {
    return values.text(setting).isPresent();
  }

  private void problem(String problem) {
    values.problems().add(problem);
  }

  private static Optional<Integer> port(String text) {
    return SettingValues.number(text).filter(DatabaseAddress::isPort);
  }

  private void onServer(
      String host, Optional<Integer> port, Map<Access, ConnectionSource> sources) {
    if (sources.get(Access.RUNTIME) instanceof ConnectionSource.Server runtime) {
      DatabaseAddress primary = runtime.address();
      DatabaseAddress address =
          new DatabaseAddress(host, port.orElse(primary.port()), primary.database());
      sources.put(Access.READER, new ConnectionSource.Server(address, runtime.credentials()));
    } else if (values.problems().isEmpty()) {
      problem(
          DATABASE_READER_HOST
              + " needs a runtime login that names its server; beside a secret it takes "
              + DATABASE_READER_SECRET_ARN);
    }
  }
}
