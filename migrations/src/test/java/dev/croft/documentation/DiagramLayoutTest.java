package dev.croft.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.documentation.DiagramLayout.Box;
import dev.croft.documentation.DiagramLayout.Line;
import dev.croft.documentation.DiagramLayout.Placed;
import dev.croft.documentation.DiagramLayout.Point;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DiagramLayoutTest {
  static final List<String> NAMESPACES = BaseSchema.NAMESPACES;

  private static Placed placed(String namespace) {
    return DiagramLayout.of(Diagram.of(namespace, BaseSchema.tables()));
  }

  @ParameterizedTest
  @FieldSource("NAMESPACES")
  void no_box_lies_on_another_or_outside(String namespace) {
    Placed placed = placed(namespace);
    for (Box one : placed.boxes()) {
      assertThat(one.corner().x() + one.box().width()).isLessThan(placed.width());
      assertThat(one.corner().y() + one.box().height()).isLessThan(placed.height());
      assertThat(placed.boxes())
          .filteredOn(other -> !other.equals(one))
          .noneMatch(other -> areOnEachOther(one, other));
    }
  }

  @ParameterizedTest
  @FieldSource("NAMESPACES")
  void each_line_leads_from_the_key_to_the_column_that_refers_to_it(String namespace) {
    Placed placed = placed(namespace);
    for (Line each : placed.lines()) {
      DiagramLine line = each.line();
      Box from = box(placed, line.from());
      Box to = box(placed, line.to());
      assertThat(each.points()).hasSizeGreaterThan(1);
      assertThat(each.points().getFirst())
          .isEqualTo(
              new Point(
                  from.corner().x() + from.box().width(),
                  from.corner().y() + from.box().level(line.fromColumn())));
      assertThat(each.points().getLast())
          .isEqualTo(new Point(to.corner().x(), to.corner().y() + to.box().level(line.toColumn())));
    }
  }

  @Test
  void boxes_on_each_other_would_be_found() {
    Box box = placed("admin").boxes().getFirst();
    Point beside = new Point(box.corner().x() + box.box().width(), box.corner().y());
    assertThat(areOnEachOther(box, new Box(box.box(), new Point(beside.x() - 1, beside.y()))))
        .isTrue();
    assertThat(areOnEachOther(box, new Box(box.box(), beside))).isFalse();
  }

  @Test
  void a_table_that_refers_to_itself_has_its_line() {
    try (BaseDatabase database =
        BaseDatabase.after(
            "create schema tree",
            "create table tree.nodes (id int primary key, parent int references tree.nodes)")) {
      Schema schema = new SchemaReader(database.connection()).read(List.of("tree"));
      Placed placed = DiagramLayout.of(Diagram.of("tree", schema.tables()));
      assertThat(placed.lines()).hasSize(1);
      assertThat(placed.lines().getFirst().points()).hasSizeGreaterThan(3);
    }
  }

  private static Box box(Placed placed, String name) {
    return placed.boxes().stream()
        .filter(each -> each.box().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static boolean areOnEachOther(Box one, Box other) {
    return one.corner().x() < other.corner().x() + other.box().width()
        && other.corner().x() < one.corner().x() + one.box().width()
        && one.corner().y() < other.corner().y() + other.box().height()
        && other.corner().y() < one.corner().y() + one.box().height();
  }
}
