package dev.croft.postgres;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipFile;

/** PostgreSQL binaries in a jar that need not be on the class path. */
record BinariesJar(Path jar) implements PgBinaryResolver {

  @Override
  public InputStream getPgBinary(String system, String machineHardware) throws IOException {
    String entry = "postgres-%s-%s.txz".formatted(system, machineHardware).toLowerCase(Locale.ROOT);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      var found = zip.getEntry(entry);
      if (found == null) {
        throw new IOException("%s holds no %s".formatted(jar.getFileName(), entry));
      }
      return new ByteArrayInputStream(zip.getInputStream(found).readAllBytes());
    }
  }
}
