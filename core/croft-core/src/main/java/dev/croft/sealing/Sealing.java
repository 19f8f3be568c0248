package dev.croft.sealing;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How tenant sessions sign who they are, for a database that its owner sealed by {@code
 * croft.seal()}.
 *
 * @param key signs each token
 * @param lifetime how long a token that was seen by somebody else could be used again, 10 seconds
 *     to an hour; a transaction that began in time keeps its tenant, however long it takes
 * @param boundToConnection whether a token is of use on its own connection only. Needs the server
 *     itself at the other end: a pooler passes statements to connections of its own
 */
public record Sealing(SealingKey key, Duration lifetime, boolean boundToConnection) {
  private static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(2);
  private static final Duration SHORTEST_LIFETIME = Duration.ofSeconds(10);
  private static final Duration LONGEST_LIFETIME = Duration.ofHours(1);

  public Sealing {
    requireNonNull(key, "key");
    if (lifetime.compareTo(SHORTEST_LIFETIME) < 0 || lifetime.compareTo(LONGEST_LIFETIME) > 0) {
      throw new IllegalArgumentException("lifetime must be from 10 seconds to 1 hour");
    }
  }

  /**
   * What {@code settings} say, by the keys of environment variables; empty if they name no key.
   *
   * @throws dev.croft.connection.ConfigurationException when the key cannot be one
   */
  public static Optional<Sealing> of(Map<String, String> settings) {
    return Optional.ofNullable(settings.get("DATABASE_SEALING_KEY"))
        .map(SealingKey::parse)
        .map(Sealing::with)
        .map(
            sealing ->
                Boolean.parseBoolean(settings.get("DATABASE_SEALING_BOUND"))
                    ? sealing.boundToConnections()
                    : sealing);
  }

  /** Tokens that live for two minutes, on any connection. */
  public static Sealing with(SealingKey key) {
    return new Sealing(key, DEFAULT_LIFETIME, false);
  }

  /** The same, with tokens that live for another time. */
  public Sealing withLifetime(Duration other) {
    return new Sealing(key, other, boundToConnection);
  }

  /** The same, with tokens that are of use on their own connection only. */
  public Sealing boundToConnections() {
    return new Sealing(key, lifetime, true);
  }
}
