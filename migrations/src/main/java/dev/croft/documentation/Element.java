package dev.croft.documentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An element of HTML or SVG. Texts and attributes are escaped, whatever they hold. */
final class Element {
  private static final Set<String> EMPTY = Set.of("meta", "link", "input", "br");

  private final String tag;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> content = new ArrayList<>();

  private Element(String tag) {
    this.tag = tag;
  }

  /** What a style sheet or a script says, which Croft itself wrote, and which is not escaped. */
  private record Source(String text) {}

  static Element of(String tag, Element... children) {
    return new Element(tag).add(children);
  }

  static Element text(String tag, String text) {
    return new Element(tag).say(text);
  }

  static Element source(String tag, String text) {
    Element element = new Element(tag);
    element.content.add(new Source(text));
    return element;
  }

  Element with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  List<Element> children() {
    return content.stream().filter(Element.class::isInstance).map(Element.class::cast).toList();
  }

  boolean isEmpty() {
    return content.stream().allMatch(part -> part.toString().isEmpty());
  }

  Element with(String attribute, int value) {
    return with(attribute, Integer.toString(value));
  }

  Element css(String names) {
    return names.isEmpty() ? this : with("class", names);
  }

  Element add(Element... children) {
    content.addAll(List.of(children));
    return this;
  }

  Element add(Stream<Element> children) {
    children.forEach(content::add);
    return this;
  }

  Element say(String text) {
    content.add(text);
    return this;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }

  private void write(StringBuilder out) {
    out.append('<').append(tag);
    attributes.forEach(
        (name, value) ->
            out.append(' ').append(name).append("=\"").append(escaped(value)).append('"'));
    out.append('>');
    if (EMPTY.contains(tag)) {
      return;
    }
    content.forEach(each -> write(out, each));
    out.append("</").append(tag).append('>');
  }

  private static void write(StringBuilder out, Object part) {
    if (part instanceof Element element) {
      element.write(out);
    } else if (part instanceof Source source) {
      out.append(source.text());
    } else {
      out.append(escaped(part.toString()));
    }
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
