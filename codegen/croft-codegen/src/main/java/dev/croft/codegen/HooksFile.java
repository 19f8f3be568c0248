package dev.croft.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.validation.SchemaFactory;
import org.jooq.Constants;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Generator;
import org.jooq.util.jaxb.tools.MiniJAXB;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** jOOQ's configuration as a file: the element {@code generator}, alone or in its root. */
final class HooksFile {

  private static final Set<String> OURS_TO_HEED =
      Set.of(
          "name",
          "strategy/name",
          "database/forcedTypes",
          "database/includes",
          "database/excludes",
          "database/includeExcludeColumns",
          "database/properties");

  private HooksFile() {}

  static Generator read(Path file) {
    try {
      Element generator = generator(parse(file).getDocumentElement());
      check(generator, "");
      Document qualified = qualified(generator);
      validate(qualified);
      Configuration read = MiniJAXB.unmarshal(text(qualified), Configuration.class);
      return read.getGenerator() == null ? new Generator() : read.getGenerator();
    } catch (IOException | SAXException | ParserConfigurationException | TransformerException e) {
      throw new HookException("file " + file, String.valueOf(e.getMessage()));
    }
  }

  private static Document parse(Path file)
      throws IOException, SAXException, ParserConfigurationException {
    try (InputStream in = Files.newInputStream(file)) {
      return factory().newDocumentBuilder().parse(in);
    }
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory;
  }

  private static Element generator(Element root) {
    if (!root.getLocalName().equals("configuration")) {
      return root;
    }
    children(root)
        .filter(child -> !child.getLocalName().equals("generator"))
        .findFirst()
        .ifPresent(HooksFile::refuse);
    return children(root)
        .findFirst()
        .orElseThrow(() -> new HookException("element configuration", "it has no generator"));
  }

  private static void check(Element element, String path) {
    children(element)
        .forEach(
            child -> {
              String name = path + child.getLocalName();
              if (Set.of("database", "strategy").contains(name)) {
                check(child, name + "/");
              } else if (!OURS_TO_HEED.contains(name)) {
                refuse(child);
              }
            });
  }

  private static void refuse(Element element) {
    throw new HookException("element " + element.getLocalName(), "it is for Croft to set");
  }

  /** In the namespace of the jOOQ that reads it, whichever the file was written for. */
  private static Document qualified(Element generator) throws ParserConfigurationException {
    Document document = factory().newDocumentBuilder().newDocument();
    Element root = document.createElementNS(Constants.NS_CODEGEN, "configuration");
    document.appendChild(root);
    copy(generator, "generator", root);
    return document;
  }

  private static void copy(Element from, String name, Node parent) {
    Document document = parent.getOwnerDocument();
    Element copy = document.createElementNS(Constants.NS_CODEGEN, name);
    parent.appendChild(copy);
    children(from).forEach(child -> copy(child, child.getLocalName(), copy));
    if (!copy.hasChildNodes()) {
      copy.setTextContent(from.getTextContent().strip());
    }
  }

  private static void validate(Document document) throws SAXException, IOException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(HooksFile.class.getResource(Constants.CP_CODEGEN))
        .newValidator()
        .validate(new DOMSource(document));
  }

  private static String text(Document document) throws TransformerException {
    StringWriter text = new StringWriter();
    Transformer transformer = TransformerFactory.newInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    transformer.transform(new DOMSource(document), new StreamResult(text));
    return text.toString();
  }

  private static Stream<Element> children(Element parent) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }
}
