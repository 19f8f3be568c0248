package dev.croft.connection;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How connections are encrypted.
 *
 * @param mode empty for {@code verify-full}, and for {@code prefer} where the host is this machine
 * @param rootCertificate the authorities that are trusted, as a PEM file; empty for those that the
 *     JVM trusts
 */
public record Tls(Optional<SslMode> mode, Optional<Path> rootCertificate) {
  private static final Tls DEFAULTS = new Tls(Optional.empty(), Optional.empty());

  public Tls {
    requireNonNull(mode, "mode");
    requireNonNull(rootCertificate, "rootCertificate");
  }

  /** Verified wherever a connection leaves this machine. */
  public static Tls defaults() {
    return DEFAULTS;
  }

  /** This mode, whatever the host. */
  public Tls mode(SslMode chosen) {
    return new Tls(Optional.of(chosen), rootCertificate);
  }

  /** Trusts the authorities in {@code file} alone. */
  public Tls rootCertificate(Path file) {
    return new Tls(mode, Optional.of(file));
  }

  SslMode modeFor(DatabaseAddress address) {
    return mode.orElse(address.isLocal() ? SslMode.PREFER : SslMode.VERIFY_FULL);
  }
}
