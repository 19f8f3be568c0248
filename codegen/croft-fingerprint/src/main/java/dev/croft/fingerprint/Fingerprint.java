package dev.croft.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** SHA-256 over everything that decides about the output. Loads no class of what it reads. */
public final class Fingerprint {

  private final MessageDigest digest;

  /** Of nothing yet. */
  public Fingerprint() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a text. */
  public Fingerprint text(String text) {
    return bytes(text.getBytes(UTF_8));
  }

  /**
   * Adds files below a directory, which may not exist.
   *
   * @param wanted is asked by the path below the directory, which has slashes
   */
  public Fingerprint files(Path directory, Predicate<String> wanted) throws IOException {
    if (!Files.isDirectory(directory)) {
      return this;
    }
    List<String> names;
    try (Stream<Path> files = Files.walk(directory)) {
      names =
          files
              .filter(Files::isRegularFile)
              .map(file -> directory.relativize(file).toString().replace('\\', '/'))
              .filter(wanted)
              .sorted()
              .toList();
    }
    for (String name : names) {
      text(name).bytes(Files.readAllBytes(directory.resolve(name)));
    }
    return this;
  }

  /**
   * Adds classes and resources, the same from a directory as from the jar that is made of it: what
   * packaging adds is left out.
   */
  public Fingerprint classes(Path directoryOrJar) throws IOException {
    if (Files.isDirectory(directoryOrJar)) {
      return files(directoryOrJar, Fingerprint::isContent);
    }
    try (FileSystem jar = FileSystems.newFileSystem(directoryOrJar)) {
      return files(jar.getPath("/"), Fingerprint::isContent);
    }
  }

  /** In hexadecimal digits. Nothing may be added afterwards. */
  public String value() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static boolean isContent(String name) {
    return !name.equals("META-INF/MANIFEST.MF") && !name.startsWith("META-INF/maven/");
  }

  /** With the length, so that two neighbours cannot be taken for two others. */
  private Fingerprint bytes(byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
    return this;
  }
}
