package dev.croft.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Chromium without a window, with one page. */
final class Browser implements AutoCloseable {
  private static final String LISTENING = "DevTools listening on ";

  private final Process process;
  private final DevTools tools;

  private Browser(Process process, DevTools tools) {
    this.process = process;
    this.tools = tools;
  }

  /**
   * @param directory for what the browser keeps
   */
  static Browser start(Path executable, Path directory) {
    try {
      Process process =
          new ProcessBuilder(
                  executable.toString(),
                  "--headless=new",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--disable-dev-shm-usage",
                  "--disable-background-networking",
                  "--no-first-run",
                  "--remote-debugging-port=0",
                  "--user-data-dir=" + directory,
                  "about:blank")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      DevTools tools = new DevTools(address(process));
      tools.attach(tools.ask("Target.createTarget", Map.of("url", "about:blank")).text("targetId"));
      for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
        tools.ask(domain + ".enable", Map.of());
      }
      return new Browser(process, tools);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String address(Process process) throws IOException {
    BufferedReader err = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
    String line = err.readLine();
    while (line != null && !line.startsWith(LISTENING)) {
      line = err.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("Chromium ended before it listened");
    }
    Thread.ofVirtual().start(() -> err.lines().forEach(each -> {}));
    return line.substring(LISTENING.length());
  }

  /** Shows pages as a screen of this size does. */
  Browser screen(int width, int height, boolean isPhone) {
    tools.ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", isPhone));
    return this;
  }

  /**
   * @param scheme {@code light} or {@code dark}
   */
  Browser scheme(String scheme) {
    tools.ask(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    return this;
  }

  /**
   * @param medium {@code print}, or nothing for the screen
   */
  void medium(String medium) {
    tools.ask("Emulation.setEmulatedMedia", Map.of("media", medium));
  }

  Browser scripts(boolean areRun) {
    tools.ask("Emulation.setScriptExecutionDisabled", Map.of("value", !areRun));
    return this;
  }

  /** Opens a page anew, and waits until it is there. */
  void open(String address) {
    go("about:blank");
    tools.forgetEvents();
    go(address);
  }

  private void go(String address) {
    CompletableFuture<?> loaded = tools.next("Page.loadEventFired");
    tools.ask("Page.navigate", Map.of("url", address));
    loaded.join();
  }

  /** What the expression is worth, or what it promises. */
  Object evaluate(String expression) {
    JsonObject answer =
        tools.ask(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.in("result").find("value").orElse("");
  }

  void press(String key) {
    for (String type : List.of("keyDown", "keyUp")) {
      tools.ask(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", key, "text", key.length() == 1 ? key : ""));
    }
  }

  void type(String text) {
    tools.ask("Input.insertText", Map.of("text", text));
  }

  /** The addresses that were asked for since the page was opened. */
  List<String> requests() {
    return tools.events("Network.requestWillBeSent").stream()
        .map(event -> event.in("request").text("url"))
        .toList();
  }

  /** What the browser complained of since the page was opened. */
  List<String> complaints() {
    return List.of("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded").stream()
        .flatMap(method -> tools.events(method).stream())
        .map(Object::toString)
        .toList();
  }

  void screenshot(Path file) {
    try {
      Files.createDirectories(file.getParent());
      String image = tools.ask("Page.captureScreenshot", Map.of("format", "png")).text("data");
      Files.write(file, Base64.getDecoder().decode(image));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    tools.close();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
