package dev.croft.documentation;

import static java.util.stream.Collectors.joining;

import dev.croft.documentation.DiagramLayout.Box;
import dev.croft.documentation.DiagramLayout.Line;
import dev.croft.documentation.DiagramLayout.Placed;
import dev.croft.documentation.DiagramLayout.Point;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws a diagram in SVG. Colours and fonts are those of the page that it is put into. */
final class DiagramDrawing {
  private static final int BASELINE = 14;
  private static final int TITLE_BASELINE = 20;
  private static final int MARGIN = 12;
  private static final int CORNER = 9;

  private final Schema schema;

  DiagramDrawing(Schema schema) {
    this.schema = schema;
  }

  /** What the lines of all diagrams of a page end in: put it into the page once. */
  static Element ends() {
    return svg(0, 0)
        .css("ends")
        .with("aria-hidden", "true")
        .add(
            Element.of(
                "defs",
                end("many", 20, "M20,0 L8,7 L20,14 M8,7 L20,7", true),
                end("one-or-none", 20, "M14,1 L14,13 M14,7 L20,7", true),
                begin("one", "M6,1 L6,13 M10,1 L10,13 M0,7 L20,7", false),
                begin("none-or-one", "M6,1 L6,13 M0,7 L9,7 M17,7 L20,7", true)));
  }

  Element of(String title, Placed diagram) {
    return svg(diagram.width(), diagram.height())
        .with("role", "group")
        .with("aria-label", title)
        .add(diagram.lines().stream().map(DiagramDrawing::line))
        .add(diagram.boxes().stream().map(this::box));
  }

  private static Element svg(int width, int height) {
    return Element.of("svg")
        .with("width", width)
        .with("height", height)
        .with("viewBox", "0 0 %s %s".formatted(width, height));
  }

  private static Element end(String name, int at, String path, boolean hasRing) {
    return marker(name, at, 4, path, hasRing);
  }

  private static Element begin(String name, String path, boolean hasRing) {
    return marker(name, 0, 13, path, hasRing);
  }

  private static Element marker(String name, int at, int ring, String path, boolean hasRing) {
    Element marker =
        Element.of("marker", Element.of("path").css("line").with("d", path))
            .with("id", "end-" + name)
            .with("viewBox", "0 0 20 14")
            .with("refX", at)
            .with("refY", 7)
            .with("markerWidth", 20)
            .with("markerHeight", 14)
            .with("markerUnits", "userSpaceOnUse")
            .with("orient", "auto");
    return hasRing ? marker.add(ring(ring)) : marker;
  }

  private static Element ring(int at) {
    return Element.of("circle").css("ring").with("cx", at).with("cy", 7).with("r", 4);
  }

  private static Element line(Line line) {
    return Element.of("path", Element.text("title", line.line().text()))
        .css("line")
        .with("d", path(line.points()))
        .with(
            "marker-start",
            "url(#end-%s)".formatted(line.line().isOptional() ? "none-or-one" : "one"))
        .with(
            "marker-end",
            "url(#end-%s)".formatted(line.line().isUnique() ? "one-or-none" : "many"));
  }

  private static String path(List<Point> points) {
    return "M" + points.stream().map(point -> point.x() + "," + point.y()).collect(joining(" L"));
  }

  private Element box(Box placed) {
    DiagramBox box = placed.box();
    boolean isElsewhere = box.rows().isEmpty();
    Element content = head(box).add(rows(box));
    Optional<Relation> relation = schema.find(box.name());
    String scope = relation.map(Scope::of).orElse(Scope.NONE).word();
    return Element.of("g")
        .css((isElsewhere ? "box elsewhere scope-" : "box scope-") + scope)
        .with("transform", "translate(%s,%s)".formatted(placed.corner().x(), placed.corner().y()))
        .add(
            relation
                .map(each -> Element.of("a", content).with("href", "#" + Anchor.of(each)))
                .orElse(content));
  }

  private static Element head(DiagramBox box) {
    return Element.of(
        "g",
        rectangle(box.width(), box.height()).css("frame"),
        Element.of("path")
            .css("head")
            .with(
                "d",
                "M0,%1$s V6 Q0,0 6,0 H%2$s Q%3$s,0 %3$s,6 V%1$s Z"
                    .formatted(DiagramBox.HEAD, box.width() - 6, box.width())),
        at("title", MARGIN, TITLE_BASELINE, box.title()));
  }

  private static Element rectangle(int width, int height) {
    return Element.of("rect").with("width", width).with("height", height).with("rx", 6);
  }

  private static Stream<Element> rows(DiagramBox box) {
    return Stream.iterate(0, row -> row < box.rows().size(), row -> row + 1)
        .flatMap(
            row ->
                row(
                    box.rows().get(row),
                    box.width(),
                    DiagramBox.HEAD + row * DiagramBox.ROW + BASELINE));
  }

  private static Stream<Element> row(DiagramBox.Row row, int width, int baseline) {
    String column = row.marks().contains("PK") ? "column key" : "column";
    return Stream.of(
        at("mark", CORNER, baseline, row.marks().isEmpty() ? "" : row.marks().getFirst()),
        at(column, DiagramBox.GUTTER, baseline, row.column()),
        at("type", width - MARGIN, baseline, row.shownType()));
  }

  private static Element at(String css, int x, int y, String text) {
    return Element.text("text", text).css(css).with("x", x).with("y", y);
  }
}
