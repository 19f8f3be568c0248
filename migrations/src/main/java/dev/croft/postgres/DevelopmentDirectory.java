package dev.croft.postgres;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** What a server for development keeps between its runs, for one process at a time. */
final class DevelopmentDirectory implements AutoCloseable {
  private static final String FOR_ITS_OWNER = "rw-------";

  private final Path directory;
  private final FileChannel lock;

  private DevelopmentDirectory(Path directory, FileChannel lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /**
   * @throws ServerUnavailableException if another process uses it
   */
  static DevelopmentDirectory open(Path given) throws IOException {
    Files.createDirectories(given);
    Path directory = given.toRealPath();
    FileChannel channel = FileChannel.open(directory.resolve("lock"), CREATE, WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new ServerUnavailableException(
          "No server for development was started",
          "another process uses " + directory,
          "Use the server that runs, or name another directory.",
          null);
    }
    keepOutOfVersionControl(directory);
    return new DevelopmentDirectory(directory, channel);
  }

  private static void keepOutOfVersionControl(Path directory) throws IOException {
    Path ignored = directory.resolve(".gitignore");
    if (!Files.exists(ignored)) {
      Files.writeString(ignored, "*\n");
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path data() {
    return directory.resolve("data");
  }

  Path log() {
    return directory.resolve("server.log");
  }

  /** The password of this user, made when it is first asked for. */
  String password(String user) throws IOException {
    Path file = directory.resolve(user + ".password");
    if (!Files.exists(file)) {
      writeSecret(file.getFileName().toString(), RandomText.password());
    }
    return Files.readString(file).strip();
  }

  /** Writes a file that only its owner may read, where the file system can tell. */
  Path writeSecret(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.deleteIfExists(file);
    Files.createFile(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FOR_ITS_OWNER));
    }
    return Files.writeString(file, text);
  }

  /** The server that a killed process left running here. */
  Optional<ProcessHandle> orphan() throws IOException {
    Path file = data().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
        .filter(DevelopmentDirectory::isPostgres);
  }

  /** After a restart of the machine the number may be another program's. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(each -> each.contains("postgres")).isPresent();
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
