package dev.croft.leaks;

import static dev.croft.schema.auth.Tables.ROLES;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.fixture.Figures;
import dev.croft.fixture.Village;
import dev.croft.postgres.Login;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody finds who gets hold of a dump of the heap: what is alive when it is taken. */
@NullUnmarked
class HeapTest {
  /** Held in disguise: what the test knows of the password is on the heap as well. */
  private static final int MASK = 0x55;

  @TempDir private Path folder;
  private Village village;
  private byte[] password;
  private byte[] start;

  @BeforeEach
  void found() {
    village = Village.found();
    password = disguised("canary" + UUID.randomUUID());
    start = disguised("postgresql://" + village.runtime().user() + ":canary");
    village.asSuperuser("alter role %s password '%s'", village.runtime().user(), clear(password));
  }

  @AfterEach
  void close() {
    village.close();
  }

  private static byte[] disguised(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= MASK;
    }
    return bytes;
  }

  private static String clear(byte[] disguised) {
    byte[] bytes = disguised.clone();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= MASK;
    }
    return new String(bytes, ISO_8859_1);
  }

  /** The control: to make connections, the password itself has to be there, and once will do. */
  @Test
  void of_a_url_that_was_read_the_password_is_left_once_and_nothing_else() throws IOException {
    try (Croft croft = open()) {
      assertThat(croft.tenant(village.acmeId()).dsl().fetchCount(ROLES)).isEqualTo(3);
      Path dump = dump();
      assertThat(occurrences(dump, start)).as("the URL up to its password").isZero();
      assertThat(occurrences(dump, password)).as("the password").isEqualTo(1);
      Figures.add("heap dumps searched for a URL", 1);
    }
  }

  private Croft open() {
    Login runtime = village.runtime();
    String url =
        "postgresql://%s:%s@%s:%d/%s"
            .formatted(
                runtime.user(),
                clear(password),
                village.address().host(),
                village.address().port(),
                village.address().database());
    return Croft.open(village.sealed(CroftConfig.of(Map.of("DATABASE_URL", url))));
  }

  /** Of live objects, after a collection. */
  private Path dump() throws IOException {
    Path file = folder.resolve("heap.hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(file.toString(), true);
    return file;
  }

  private static int occurrences(Path dump, byte[] disguised) throws IOException {
    byte[] window = new byte[1 << 20];
    int kept = 0;
    int found = 0;
    try (InputStream in = Files.newInputStream(dump)) {
      for (int read; (read = in.read(window, kept, window.length - kept)) >= 0; ) {
        int length = kept + read;
        found += occurrences(window, length, disguised);
        kept = Math.min(length, disguised.length - 1);
        System.arraycopy(window, length - kept, window, 0, kept);
      }
    }
    return found;
  }

  private static int occurrences(byte[] window, int length, byte[] disguised) {
    int found = 0;
    for (int i = 0; i + disguised.length <= length; i++) {
      int same = 0;
      while (same < disguised.length && (window[i + same] ^ MASK) == disguised[same]) {
        same++;
      }
      found += same == disguised.length ? 1 : 0;
    }
    return found;
  }
}
