package dev.croft.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks the DevTools protocol with a browser: commands out, answers and events in. */
final class DevTools implements WebSocket.Listener, AutoCloseable {
  private static final int PATIENCE_IN_SECONDS = 60;
  private static final JsonFactory FACTORY = new JsonFactory();

  private final AtomicInteger count = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Map<?, ?>>> open = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Map<?, ?>>> expected = new ConcurrentHashMap<>();
  private final List<Map<?, ?>> events = new CopyOnWriteArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;
  private volatile String session = "";

  DevTools(String address) {
    socket = client.newWebSocketBuilder().buildAsync(URI.create(address), this).join();
  }

  /** From now on commands go to this target. */
  void attach(String target) {
    session =
        (String)
            ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId");
  }

  Map<?, ?> ask(String method, Map<String, ?> parameters) {
    int id = count.incrementAndGet();
    CompletableFuture<Map<?, ?>> answer = new CompletableFuture<>();
    open.put(id, answer);
    Map<String, Object> command = new LinkedHashMap<>();
    command.put("id", id);
    command.put("method", method);
    command.put("params", parameters);
    if (!session.isEmpty()) {
      command.put("sessionId", session);
    }
    socket.sendText(Json.of(command), true).join();
    return answer.orTimeout(PATIENCE_IN_SECONDS, TimeUnit.SECONDS).join();
  }

  /** What happened since the page was opened. */
  List<Map<?, ?>> events(String method) {
    return events.stream()
        .filter(event -> method.equals(event.get("method")))
        .<Map<?, ?>>map(event -> (Map<?, ?>) event.get("params"))
        .toList();
  }

  /** Becomes complete with the next event of this kind. */
  CompletableFuture<?> next(String method) {
    CompletableFuture<Map<?, ?>> event = new CompletableFuture<>();
    expected.put(method, event);
    return event.orTimeout(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
  }

  void forgetEvents() {
    events.clear();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
    partial.append(data);
    if (isLast) {
      take(parsed(partial.toString()));
      partial.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  private void take(Map<?, ?> message) {
    if (message.get("id") instanceof Number id) {
      CompletableFuture<Map<?, ?>> answer = open.remove(id.intValue());
      if (message.get("error") != null) {
        answer.completeExceptionally(new IllegalStateException(message.toString()));
      } else {
        answer.complete((Map<?, ?>) message.get("result"));
      }
    } else {
      events.add(message);
      CompletableFuture<Map<?, ?>> event = expected.remove(String.valueOf(message.get("method")));
      if (event != null) {
        event.complete(message);
      }
    }
  }

  private static Map<?, ?> parsed(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      return (Map<?, ?>) value(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      default -> parser.getText();
    };
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object;
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
