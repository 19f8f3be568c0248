package dev.croft.session;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.croft.fixture.Figures;
import dev.croft.fixture.Village;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Acme writes in every way, with whosever id, naming whichever tenant, behind each fence alone: the
 * rows of everybody else stay as they were, and what comes back is what was recorded.
 */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WriteMatrixTest {
  private static final Map<String, List<String>> RECORDED = recorded();

  /** The grants alone refuse to assign a column of the key, which the fence leaves out. */
  private static final Set<WriteOperation> REFUSED_WITHOUT_A_FENCE =
      EnumSet.of(
          WriteOperation.UPSERT_OF_ALL_COLUMNS,
          WriteOperation.BATCH_MERGE,
          WriteOperation.RECORD_MERGE);

  private WriteScene fenced;
  private WriteScene withoutRowLevelSecurity;

  @BeforeAll
  void found() throws SQLException {
    fenced = new WriteScene(Village.found());
    Village village = Village.found();
    village.dropRowLevelSecurity();
    withoutRowLevelSecurity = new WriteScene(village);
  }

  @AfterAll
  void close() throws SQLException {
    fenced.close();
    withoutRowLevelSecurity.close();
  }

  private WriteOutcome outcome(WriteCell cell, Fencing fencing) throws SQLException {
    WriteScene scene = fencing.holdsRowLevelSecurity() ? fenced : withoutRowLevelSecurity;
    return scene.run(cell, fencing);
  }

  @TestFactory
  Stream<DynamicTest> no_write_touches_the_rows_of_another_tenant() {
    return WriteCell.all().flatMap(cell -> Fencing.all().map(fencing -> test(cell, fencing)));
  }

  private DynamicTest test(WriteCell cell, Fencing fencing) {
    return dynamicTest("%s with %s".formatted(cell, fencing), () -> check(cell, fencing));
  }

  private void check(WriteCell cell, Fencing fencing) throws SQLException {
    WriteOutcome outcome = outcome(cell, fencing);
    Figures.add("write matrix: cells tried", 1);
    assertThat(outcome.changedOthers()).as("changed rows of others").isFalse();
    if (outcome.isWithoutEffect()) {
      assertThat(outcome.changedAny()).as("changed rows after %s", outcome.result()).isFalse();
    }
    List<String> results = RECORDED.get(cell.toString());
    assertThat(outcome.result()).isEqualTo(results.get(Fencing.all().toList().indexOf(fencing)));
  }

  @Test
  void without_any_fence_the_same_writes_touch_the_rows_of_another_tenant() throws SQLException {
    Set<WriteOperation> touching = EnumSet.noneOf(WriteOperation.class);
    for (WriteCell cell : WriteCell.all().toList()) {
      if (!touching.contains(cell.operation()) && touchesWithoutFence(cell)) {
        touching.add(cell.operation());
      }
    }
    assertThat(touching).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(REFUSED_WITHOUT_A_FENCE)));
  }

  /** A refreshed record changes nothing, but asserts whose row it read. */
  private boolean touchesWithoutFence(WriteCell cell) throws SQLException {
    WriteOutcome outcome = outcome(cell, Fencing.NO_FENCE);
    return outcome.changedOthers() || outcome.result().equals("Assertion");
  }

  private static Map<String, List<String>> recorded() {
    try (InputStream matrix = WriteMatrixTest.class.getResourceAsStream("/write-matrix.txt")) {
      byte[] bytes = Objects.requireNonNull(matrix).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(": ", 2))
          .collect(toMap(line -> line[0], line -> Arrays.asList(line[1].split(", "))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
