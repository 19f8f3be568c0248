package dev.croft.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The page of the goals says what {@code croft:help} says: both come from the descriptor. */
class GoalsDocumentTest {
  private static final Path PAGE = Path.of("docs", "goals.md");
  private static final String HELP = "/META-INF/maven/dev.croft/croft-maven-plugin/plugin-help.xml";
  private static final String BEGIN = "<!-- goals -->\n";

  @Test
  void the_page_lists_every_goal_with_its_parameters() throws Exception {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    assertThat(begin).isGreaterThan(BEGIN.length());
    String expected = page.substring(0, begin) + goals();
    if (System.getProperty("croft.docs.write") != null) {
      Files.writeString(PAGE, expected);
    }
    assertThat(page).isEqualTo(expected);
  }

  private static String goals() throws Exception {
    StringBuilder text = new StringBuilder();
    for (Element goal : children(descriptor(), "mojo")) {
      if (!text(goal, "goal").equals("help")) {
        text.append("\n## croft:%s\n\n%s\n".formatted(text(goal, "goal"), prose(goal)));
        text.append(phase(goal)).append(parameters(goal));
      }
    }
    return text.toString();
  }

  private static String phase(Element goal) {
    String phase = text(goal, "phase");
    return phase.isEmpty()
        ? ""
        : "\nBound to phase `%s` where an execution names none.\n".formatted(phase);
  }

  private static String parameters(Element goal) {
    List<String> rows = new ArrayList<>();
    for (Element parameter : children(goal, "parameter")) {
      if (text(parameter, "editable").equals("true")) {
        rows.add(row(goal, parameter));
      }
    }
    return "\n| parameter | property | |\n| --- | --- | --- |\n%s\n"
        .formatted(String.join("\n", rows));
  }

  private static String row(Element goal, Element parameter) {
    String name = text(parameter, "name");
    Element configuration =
        children(goal, "configuration").get(0).getElementsByTagName(name).getLength() == 0
            ? null
            : (Element) children(goal, "configuration").get(0).getElementsByTagName(name).item(0);
    String property = configuration == null ? "" : configuration.getTextContent();
    String standard = configuration == null ? "" : configuration.getAttribute("default-value");
    return "| `%s`%s | %s | %s%s |"
        .formatted(
            name,
            text(parameter, "required").equals("true") ? ", required" : "",
            property.isEmpty() ? "" : "`%s`".formatted(property.replaceAll("[${}]", "")),
            prose(parameter),
            standard.isEmpty() ? "" : " Default: `%s`.".formatted(standard));
  }

  private static Element descriptor() throws Exception {
    try (InputStream in = GoalsDocumentTest.class.getResourceAsStream(HELP)) {
      assertThat(in).as("the descriptor, made by maven-plugin-plugin").isNotNull();
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(in)
          .getDocumentElement();
    }
  }

  private static List<Element> children(Element parent, String name) {
    NodeList all = parent.getElementsByTagName(name);
    return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
  }

  private static String prose(Element element) {
    return text(element, "description").replaceAll("</?code>", "`").replaceAll("\\s+", " ").strip();
  }

  private static String text(Element parent, String name) {
    NodeList all = parent.getChildNodes();
    return IntStream.range(0, all.getLength())
        .mapToObj(all::item)
        .filter(each -> each.getNodeName().equals(name))
        .findFirst()
        .map(each -> each.getTextContent().strip())
        .orElse("");
  }
}
