package dev.croft.maven;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** What a POM says to jOOQ's generator, as the file that the command line reads. */
final class JooqConfiguration {

  private JooqConfiguration() {}

  /** Writes the file, or deletes it where there is nothing to write. */
  static Optional<Path> write(@Nullable PlexusConfiguration configuration, Path file)
      throws IOException {
    if (configuration == null || configuration.getChildCount() == 0) {
      Files.deleteIfExists(file);
      return Optional.empty();
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (Writer out = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
      write(configuration, "generator", xml);
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return Optional.of(file);
  }

  private static void write(PlexusConfiguration element, String name, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement(name);
    for (PlexusConfiguration child : element.getChildren()) {
      write(child, child.getName(), xml);
    }
    if (element.getChildCount() == 0) {
      xml.writeCharacters(element.getValue(""));
    }
    xml.writeEndElement();
  }
}
