package dev.croft.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks the DevTools protocol with a browser: commands out, answers and events in. */
final class DevTools implements WebSocket.Listener, AutoCloseable {
  private static final int PATIENCE_IN_SECONDS = 60;

  private final AtomicInteger count = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonObject>> open = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<JsonObject>> expected = new ConcurrentHashMap<>();
  private final List<JsonObject> events = new CopyOnWriteArrayList<>();
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
        ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true)).text("sessionId");
  }

  JsonObject ask(String method, Map<String, ?> parameters) {
    int id = count.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
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
  List<JsonObject> events(String method) {
    return events.stream()
        .filter(event -> method.equals(event.text("method")))
        .map(event -> event.in("params"))
        .toList();
  }

  /** Becomes complete with the next event of this kind. */
  CompletableFuture<?> next(String method) {
    CompletableFuture<JsonObject> event = new CompletableFuture<>();
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
      take(JsonObject.of(partial.toString()));
      partial.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  private void take(JsonObject message) {
    Optional<CompletableFuture<JsonObject>> awaited =
        message.has("id")
            ? Optional.ofNullable(open.remove(((Double) message.find("id").get()).intValue()))
            : Optional.ofNullable(expected.remove(message.text("method")));
    if (!message.has("id")) {
      events.add(message);
    }
    awaited.ifPresent(answer -> complete(answer, message));
  }

  private static void complete(CompletableFuture<JsonObject> answer, JsonObject message) {
    if (message.has("error")) {
      answer.completeExceptionally(new IllegalStateException(message.toString()));
    } else {
      answer.complete(message.in(message.has("id") ? "result" : "params"));
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
