package dev.croft.documentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Gives the boxes and lines of a diagram their places, by the layered layout of ELK. */
final class DiagramLayout {
  private static final double BETWEEN_BOXES = 28;
  private static final double BETWEEN_LAYERS = 72;
  private static final double BETWEEN_LINES = 12;
  private static final double WIDTH_BY_HEIGHT = 1.5;
  private static final double MARGIN = 12;

  private final ElkNode graph = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> nodes = new HashMap<>();
  private final Map<String, ElkPort> ports = new HashMap<>();
  private final Map<DiagramBox, ElkNode> boxes = new LinkedHashMap<>();
  private final Map<DiagramLine, ElkEdge> lines = new LinkedHashMap<>();

  private DiagramLayout() {}

  record Point(int x, int y) {}

  record Box(DiagramBox box, Point corner) {}

  record Line(DiagramLine line, List<Point> points) {}

  /** A diagram of which everything has its place. */
  record Placed(int width, int height, List<Box> boxes, List<Line> lines) {}

  static Placed of(Diagram diagram) {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    return new DiagramLayout().place(diagram);
  }

  private Placed place(Diagram diagram) {
    configure();
    diagram.boxes().forEach(this::add);
    diagram.lines().forEach(line -> add(line, diagram));
    nodes.values().forEach(DiagramLayout::rank);
    new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
    return new Placed(
        (int) Math.ceil(graph.getWidth()),
        (int) Math.ceil(graph.getHeight()),
        boxes.entrySet().stream()
            .map(
                each ->
                    new Box(each.getKey(), point(each.getValue().getX(), each.getValue().getY())))
            .toList(),
        lines.entrySet().stream()
            .map(each -> new Line(each.getKey(), points(each.getValue())))
            .toList());
  }

  private void configure() {
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
    graph.setProperty(CoreOptions.ASPECT_RATIO, WIDTH_BY_HEIGHT);
    graph.setProperty(CoreOptions.SPACING_NODE_NODE, BETWEEN_BOXES);
    graph.setProperty(CoreOptions.SPACING_COMPONENT_COMPONENT, BETWEEN_BOXES);
    graph.setProperty(CoreOptions.SPACING_EDGE_EDGE, BETWEEN_LINES);
    graph.setProperty(CoreOptions.SPACING_EDGE_NODE, BETWEEN_LINES);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 2 * BETWEEN_LINES);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, BETWEEN_LINES);
  }

  private void add(DiagramBox box) {
    ElkNode node = ElkGraphUtil.createNode(graph);
    node.setDimensions(box.width(), box.height());
    node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
    nodes.put(box.name(), node);
    boxes.put(box, node);
  }

  private void add(DiagramLine line, Diagram diagram) {
    ElkPort from = port(box(diagram, line.from()), line.fromColumn(), PortSide.EAST);
    ElkPort to = port(box(diagram, line.to()), line.toColumn(), PortSide.WEST);
    lines.put(line, ElkGraphUtil.createSimpleEdge(from, to));
  }

  /** Tables without a line come last, and so below the others. */
  private static void rank(ElkNode node) {
    node.setProperty(CoreOptions.PRIORITY, node.getPorts().isEmpty() ? 0 : 1);
  }

  private static DiagramBox box(Diagram diagram, String name) {
    return diagram.boxes().stream()
        .filter(box -> box.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private ElkPort port(DiagramBox box, String column, PortSide side) {
    int level = box.level(column);
    return ports.computeIfAbsent(
        "%s %d %s".formatted(side, level, box.name()), key -> newPort(box, level, side));
  }

  private ElkPort newPort(DiagramBox box, int level, PortSide side) {
    ElkPort port = ElkGraphUtil.createPort(Objects.requireNonNull(nodes.get(box.name())));
    port.setLocation(side == PortSide.EAST ? box.width() : 0, level);
    port.setProperty(CoreOptions.PORT_SIDE, side);
    return port;
  }

  private static List<Point> points(ElkEdge edge) {
    List<Point> points = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(point(section.getStartX(), section.getStartY()));
      section.getBendPoints().forEach(bend -> points.add(point(bend.getX(), bend.getY())));
      points.add(point(section.getEndX(), section.getEndY()));
    }
    return points;
  }

  private static Point point(double x, double y) {
    return new Point((int) Math.round(x), (int) Math.round(y));
  }
}
