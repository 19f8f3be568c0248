package dev.croft.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A schema as one page of HTML that needs nothing else: its content security policy lets it run its
 * own script, and fetch nothing.
 */
final class SchemaPage {
  static final Element GENERATOR = meta("generator", "croft docs");

  private static final String STYLE = Catalogue.text("page.css");
  private static final String SCRIPT = Catalogue.text("page.js");

  private final Schema schema;
  private final String title;

  SchemaPage(Schema schema, String title) {
    this.schema = schema;
    this.title = title;
  }

  String html() {
    return "<!DOCTYPE html>\n" + Element.of("html", head(), body()).with("lang", "en") + "\n";
  }

  private Element head() {
    return Element.of(
        "head",
        Element.of("meta").with("charset", "utf-8"),
        GENERATOR,
        meta("viewport", "width=device-width, initial-scale=1"),
        meta("color-scheme", "light dark"),
        Element.of("meta").with("http-equiv", "Content-Security-Policy").with("content", policy()),
        Element.of("link").with("rel", "icon").with("href", "data:,"),
        Element.text("title", title),
        Element.source("style", STYLE));
  }

  private static Element meta(String name, String content) {
    return Element.of("meta").with("name", name).with("content", content);
  }

  private static String policy() {
    return "default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none';"
            .formatted(hash(STYLE), hash(SCRIPT))
        + " form-action 'none'";
  }

  private static String hash(String source) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Element body() {
    return Element.of(
        "body",
        Element.text("a", "Skip to the tables").css("skip").with("href", "#content"),
        DiagramDrawing.ends(),
        header(),
        Element.of("div", navigation(), main()).css("columns"),
        Element.source("script", SCRIPT));
  }

  private Element header() {
    Element input =
        Element.of("input")
            .with("type", "search")
            .with("id", "search")
            .with("placeholder", "Search tables and columns")
            .with("autocomplete", "off")
            .with("spellcheck", "false")
            .with("aria-describedby", "found")
            .with("aria-controls", "content")
            .with("aria-keyshortcuts", "/");
    return Element.of(
        "header",
        Element.text("p", title).css("title"),
        Element.of(
                "div",
                Element.text("label", "Search tables and columns")
                    .css("unseen")
                    .with("for", "search"),
                input,
                Element.text("kbd", "/").with("aria-hidden", "true"),
                Element.of("p").with("id", "found").with("role", "status"))
            .css("search")
            .with("role", "search")
            .with("hidden", ""));
  }

  private Element navigation() {
    return Element.of(
            "nav",
            Element.of("details", Element.text("summary", "All tables"))
                .with("open", "")
                .add(schema.namespaces().keySet().stream().map(this::navigation)))
        .with("aria-label", "Tables");
  }

  private Element navigation(String namespace) {
    return Element.of(
            "div",
            Element.of("p", Grid.link(Anchor.ofNamespace(namespace), namespace)),
            Element.of("ul").add(schema.in(namespace).stream().map(SchemaPage::item)))
        .css("group");
  }

  private static Element item(Relation relation) {
    return Element.of(
        "li",
        Element.of(
                "a",
                Element.of("i")
                    .css("dot scope-" + Scope.of(relation).word())
                    .with("aria-hidden", "true"),
                Grid.words(relation.ownName()))
            .with("href", "#" + Anchor.of(relation)));
  }

  private Element main() {
    return Element.of("main", new OverviewSection(schema, title).element())
        .with("id", "content")
        .with("tabindex", "-1")
        .add(
            schema.namespaces().keySet().stream()
                .map(each -> new NamespaceSection(schema, each).element()))
        .add(
            Element.text("p", "No table or column matches.")
                .with("id", "nothing")
                .with("hidden", ""));
  }
}
