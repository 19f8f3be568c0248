package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.croft.documentation.SchemaDocumentation;
import dev.croft.migrations.Migrator;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page of the base schema, and of one table that is hostile to it, in Chromium. */
@SuppressWarnings("NullAway.Init")
class SchemaPageInBrowserTest {
  private static final String CHANGELOG = "croft/changelog.xml";
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String VISIBLE_TABLES =
      "[...document.querySelectorAll('[data-relation]')].filter(each => each.checkVisibility())"
          + ".map(each => each.dataset.relation).join()";
  private static final String CONTRAST =
      """
      (() => {
        const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
        const mixed = new Map();
        const over = (color, below) => {
          const both = color + below;
          if (!mixed.has(both)) mixed.set(both, mix(color, below));
          return mixed.get(both);
        };
        const mix = (color, below) => {
          context.fillStyle = below; context.fillRect(0, 0, 1, 1);
          context.fillStyle = color; context.fillRect(0, 0, 1, 1);
          return `rgb(${[...context.getImageData(0, 0, 1, 1).data].slice(0, 3)})`;
        };
        const ground = (element) => {
          const chain = [];
          for (let each = element; each; each = each.parentElement) chain.unshift(each);
          return chain.reduce((below, each) => over(getComputedStyle(each).backgroundColor, below), 'white');
        };
        const light = (color) => {
          const [r, g, b] = color.match(/\\d+/g).map((each) => each / 255)
            .map((each) => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const faint = new Set();
        for (const each of document.querySelectorAll('body *:not(svg *)')) {
          const says = [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
          if (!says || !each.checkVisibility({opacityProperty: true})) continue;
          const below = ground(each);
          const [dark, bright] = [light(below), light(over(getComputedStyle(each).color, below))].sort((a, b) => a - b);
          if ((bright + 0.05) / (dark + 0.05) < 4.5) faint.add(`${each.tagName}.${each.className}`);
        }
        return [...faint].join();
      })()
      """;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path directory;

  private static Browser browser;
  private static String address;
  private static boolean isFresh;

  @BeforeAll
  static void open() throws IOException, SQLException {
    ChromiumPackage chromium = ChromiumPackage.find();
    String reason = "No test in a browser: there is no Chromium, " + chromium.reason();
    if (chromium.executable().isEmpty()) {
      System.out.println(reason);
    }
    assumeTrue(chromium.executable().isPresent(), reason);
    Path page = directory.resolve("schema.html");
    Files.writeString(page, page());
    address = page.toUri().toString();
    browser = Browser.start(chromium.executable().orElseThrow(), directory.resolve("profile"));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static String page() throws SQLException {
    PostgresServer server = PostgresServer.shared();
    try (PostgresDatabase database =
            server.cloneOf(
                server.template(CHANGELOG, target -> Migrator.of(target, CHANGELOG).apply()));
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create schema "<i>"; create table "<i>"."<script>alert(1)</script> x" (
            "<img src=x onerror=alert(2)>" int primary key default length('</code><script>alert(3)'));
          comment on table "<i>"."<script>alert(1)</script> x" is
            '</p><script>alert(4)</script><img src="https://example.com/x.png" onerror="alert(5)">'
          """);
      return SchemaDocumentation.of(connection, List.of()).html("Schema of " + CHANGELOG);
    }
  }

  /** What a test changes in the page, it opens anew. */
  @BeforeEach
  void show() {
    browser.screen(1400, 1000, false).scheme("light");
    if (!isFresh) {
      browser.open(address);
    }
    isFresh = true;
  }

  @Test
  void it_asks_for_nothing_and_complains_of_nothing() {
    assertThat(browser.requests()).containsExactly(address);
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.evaluate("document.title")).isEqualTo("Schema of croft/changelog.xml");
  }

  @Test
  void what_would_ask_for_something_is_held_back_and_seen() {
    isFresh = false;
    browser.evaluate(
        "new Promise(done => { const image = new Image(); image.onerror = done;"
            + " image.src = 'https://example.com/x.png'; })");
    browser.evaluate(
        "document.body.append(Object.assign(document.createElement('script'),"
            + " {textContent: 'document.title = 1'}))");
    assertThat(browser.complaints()).hasSizeGreaterThan(1);
    assertThat(browser.evaluate("document.title")).isEqualTo("Schema of croft/changelog.xml");
  }

  @Test
  void names_and_comments_are_text() {
    assertThat(
            browser.evaluate(
                "document.querySelectorAll('main script, main img, main i:not(.dot), svg i').length"))
        .isEqualTo(0.0);
    assertThat(
            browser.evaluate(
                "document.querySelector('[data-relation^=\"<i>\"] .prose').textContent"))
        .isEqualTo(
            "</p><script>alert(4)</script><img src=\"https://example.com/x.png\""
                + " onerror=\"alert(5)\">");
    assertThat(
            browser.evaluate(
                "[...document.querySelectorAll('svg .title')].map(each => each.textContent)"
                    + ".filter(each => each.includes('<script')).join()"))
        .isEqualTo("<script>alert(1)</script> x");
  }

  @Test
  void a_slash_leads_to_the_search_and_what_is_typed_narrows_tables_and_columns() {
    browser.press("/");
    assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("search");
    browser.type("email");
    assertThat(found()).isEqualTo("4 of 55 tables, 2 columns");
    assertThat(browser.evaluate(VISIBLE_TABLES))
        .isEqualTo(
            "public.invitations,public.tenant_user_email_addresses,public.users,"
                + "auth.verified_email_addresses");
    assertThat(
            browser.evaluate(
                "[...document.querySelectorAll('[id=\"public.invitations\"] [data-column]')]"
                    + ".filter(each => each.checkVisibility()).map(each => each.dataset.column).join()"))
        .isEqualTo("email_address");
    browser.screenshot(SCREENSHOTS.resolve("search.png"));
    browser.type(" verified");
    assertThat(browser.evaluate(VISIBLE_TABLES)).isEqualTo("auth.verified_email_addresses");
    browser.type(" zebra");
    assertThat(found()).isEqualTo("0 of 55 tables");
    assertThat(browser.evaluate("document.getElementById('nothing').checkVisibility()"))
        .isEqualTo(true);
    browser.press("Escape");
    assertThat(found()).isEqualTo("");
    assertThat((String) browser.evaluate(VISIBLE_TABLES)).contains("billing.plans");
  }

  private static Object found() {
    return browser.evaluate("document.getElementById('found').textContent");
  }

  @Test
  void a_link_leads_to_a_table_or_column_that_a_search_has_hidden() {
    isFresh = false;
    browser.press("/");
    browser.type("zebra");
    browser.evaluate(
        "new Promise(done => { addEventListener('hashchange', () => setTimeout(done));"
            + " location.hash = '#billing.plans.name'; })");
    assertThat(
            browser.evaluate(
                "(({top}) => top > 0 && top < innerHeight)"
                    + "(document.querySelector(':target').getBoundingClientRect())"))
        .isEqualTo(true);
    assertThat(found()).isEqualTo("");
  }

  @Test
  void every_link_resolves() {
    assertThat(
            browser.evaluate(
                """
                [...document.querySelectorAll('a')].map(each => each.getAttribute('href'))
                  .filter(each => !each.startsWith('#') || !document.getElementById(each.slice(1)))
                  .join()
                """))
        .isEqualTo("");
    isFresh = false;
    browser.open(address + "#%3Ci%3E.%3Cscript%3Ealert%281%29%3C%2Fscript%3E%20x");
    assertThat(browser.evaluate("document.querySelector(':target').dataset.relation"))
        .isEqualTo("<i>.<script>alert(1)</script> x");
  }

  @Test
  void words_stand_out_from_their_ground_in_both_schemes() {
    for (String scheme : List.of("light", "dark")) {
      browser.scheme(scheme);
      assertThat(browser.evaluate(CONTRAST)).as(scheme).isEqualTo("");
      browser.screenshot(SCREENSHOTS.resolve(scheme + ".png"));
    }
    assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(16, 21, 27)");
    isFresh = false;
    browser.evaluate(
        "document.styleSheets[0].insertRule('.prose { color: #445 }', document.styleSheets[0].cssRules.length)");
    assertThat(browser.evaluate(CONTRAST)).isEqualTo("P.prose");
  }

  @Test
  void a_phone_scrolls_only_downwards() {
    isFresh = false;
    browser.screen(360, 780, true).open(address);
    String overflow = "document.scrollingElement.scrollWidth";
    assertThat(browser.evaluate(overflow)).isEqualTo(360.0);
    browser.screenshot(SCREENSHOTS.resolve("phone.png"));
    browser.evaluate("document.querySelector('nav details').open = true");
    assertThat(browser.evaluate(overflow)).isEqualTo(360.0);
    browser.press("/");
    browser.type("email");
    assertThat(browser.evaluate(overflow)).isEqualTo(360.0);
    browser.evaluate(
        "document.querySelector('main').append(Object.assign("
            + "document.createElement('pre'), {textContent: 'wide '.repeat(100)}))");
    assertThat((Double) browser.evaluate(overflow)).isGreaterThan(360.0);
  }

  @Test
  void without_scripts_everything_is_there_but_the_search() {
    isFresh = false;
    browser.scripts(false).open(address);
    browser.scripts(true);
    assertThat(browser.evaluate("document.getElementById('search').checkVisibility()"))
        .isEqualTo(false);
    assertThat(
            browser.evaluate(
                "[...document.querySelectorAll('main :is(h1, h2, h3, h4, td code, figure, svg text)')]"
                    + ".filter(each => each.textContent && !each.checkVisibility()).length"))
        .isEqualTo(0.0);
  }

  @Test
  void on_paper_only_the_tables_are_left() {
    browser.medium("print");
    assertThat(browser.evaluate("document.querySelector('nav').checkVisibility()"))
        .isEqualTo(false);
    assertThat(browser.evaluate("document.querySelector('main h1').checkVisibility()"))
        .isEqualTo(true);
    browser.medium("");
  }
}
