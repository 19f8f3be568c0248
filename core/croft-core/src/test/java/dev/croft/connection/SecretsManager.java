package dev.croft.connection;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Answers as AWS Secrets Manager does, for one secret. */
final class SecretsManager implements AutoCloseable {
  static final SecretArn ARN =
      new SecretArn("arn:aws:secretsmanager:eu-central-1:123456789012:secret:croft/app-AbCdEf");

  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger reads = new AtomicInteger();
  private volatile String version = "v0";
  private volatile String text = "{}";
  private volatile int failure;
  private volatile String failureType = "";
  private volatile boolean silent;
  private volatile String region = "";
  private volatile @Nullable String answer;

  SecretsManager() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  ConnectionSource.Secret secret() {
    return secret(Optional.empty());
  }

  ConnectionSource.Secret secretIn(String region) {
    return secret(Optional.of(region));
  }

  private ConnectionSource.Secret secret(Optional<String> region) {
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new ConnectionSource.Secret(ARN, region, Optional.of(endpoint));
  }

  /** That of the last request's signature. */
  String region() {
    return region;
  }

  /** Answers {@code body}, whatever is asked. */
  void answer(String body) {
    answer = body;
  }

  /** The secret is now {@code json}, as a version of its own. */
  void hold(String json) {
    text = json;
    version = "v" + (Integer.parseInt(version.substring(1)) + 1);
  }

  void fail(int status, String type) {
    failure = status;
    failureType = type;
  }

  void keepSilent() {
    silent = true;
  }

  /** How often the secret's content was read. */
  int reads() {
    return reads.get();
  }

  private void answer(HttpExchange exchange) {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      if (silent) {
        closed.await();
      } else if (authorization == null || !authorization.startsWith("AWS4-HMAC-SHA256 ")) {
        send(exchange, 400, error("MissingAuthenticationTokenException"));
      } else if (answer != null) {
        send(exchange, 200, answer);
      } else if (failure != 0) {
        send(exchange, failure, error(failureType));
      } else {
        region = authorization.split("/", -1)[2];
        send(exchange, 200, body(exchange.getRequestHeaders().getFirst("X-Amz-Target")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String error(String type) {
    return "{\"__type\":\"%s\",\"Message\":\"no more of it\"}".formatted(type);
  }

  private String body(String target) {
    if (target.equals("secretsmanager.DescribeSecret")) {
      return "{\"ARN\":\"%s\",\"Name\":\"croft/app\",\"VersionIdsToStages\":{\"%s\":[\"AWSCURRENT\"]}}"
          .formatted(ARN, version);
    }
    reads.incrementAndGet();
    return "{\"ARN\":\"%s\",\"Name\":\"croft/app\",\"VersionId\":\"%s\",\"SecretString\":\"%s\"}"
        .formatted(ARN, version, text.replace("\\", "\\\\").replace("\"", "\\\""));
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
