package dev.maitred.wire.served;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.ExtraOperation;
import dev.maitred.wire.Fault;
import dev.maitred.wire.Wire;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Requirement;
import dev.maitred.wire.http.Header;
import dev.maitred.wire.http.HttpListener;
import dev.maitred.wire.http.HttpRequest;
import dev.maitred.wire.http.HttpResponse;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpListenerTest {
  private static final String CLOSE = "Host: localhost\r\nConnection: close\r\n";

  @Test
  void keepsPathQueryAndHeadersAsTheyWereSent() {
    AtomicReference<HttpRequest> seen = new AtomicReference<>();
    try (HttpListener listener =
        HttpListener.start("127.0.0.1", 0, Wire.LIMITS, in -> answered(seen, in))) {
      RawClient.send(
          listener.port(),
          "GET //a/../%2F%20+b?x=%2f&y&=z HTTP/1.1\r\nX-Two: 1\r\n"
              + CLOSE
              + "X-Two: a,  b \r\n\r\n");
    }
    assertThat(seen.get().rawPath()).isEqualTo("//a/../%2F%20+b");
    assertThat(seen.get().rawQuery()).isEqualTo("x=%2f&y&=z");
    assertThat(seen.get().headerValues("x-two")).containsExactly("1", "a,  b");
    assertThat(seen.get().remoteAddress()).isEqualTo("127.0.0.1");
    assertThat(seen.get().headers()).extracting(Header::name).contains("Host");
  }

  private static HttpResponse answered(AtomicReference<HttpRequest> seen, HttpRequest request) {
    seen.set(request);
    return HttpResponse.empty(204);
  }

  @Test
  void endsTheConnectionWithARequestThatWaitsForLeaveToSendNothing() {
    try (HttpListener listener =
        HttpListener.start("127.0.0.1", 0, Wire.LIMITS, in -> HttpResponse.empty(204))) {
      String answer =
          RawClient.send(
              listener.port(),
              "PUT /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                  + "Expect: 100-continue\r\n\r\n");
      assertThat(answer).startsWith("HTTP/1.1 204").containsIgnoringCase("connection: close");
    }
  }

  @Test
  void refusesALongBodyWithoutAskingForIt() {
    try (HttpListener listener = refusing()) {
      assertThat(RawClient.send(listener.port(), waiting(2 << 20) + "Host: localhost\r\n\r\n"))
          .startsWith("HTTP/1.1 403")
          .containsIgnoringCase("connection: close");
    }
  }

  @Test
  void takesAShortBodyBeforeItRefuses() throws IOException {
    try (HttpListener listener = refusing();
        Socket socket = new Socket("127.0.0.1", listener.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((waiting(4) + CLOSE + "\r\n").getBytes(US_ASCII));
      String leave = "HTTP/1.1 100 Continue\r\n\r\n";
      assertThat(socket.getInputStream().readNBytes(leave.length())).asString().isEqualTo(leave);
      assertThat(socket.getInputStream().available()).isZero();
      socket.getOutputStream().write("soup".getBytes(US_ASCII));
      assertThat(socket.getInputStream().readAllBytes()).asString().startsWith("HTTP/1.1 403");
    }
  }

  private static HttpListener refusing() {
    return HttpListener.start("127.0.0.1", 0, Wire.LIMITS, in -> HttpResponse.empty(403));
  }

  private static String waiting(int length) {
    return "PUT /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: " + length + "\r\n";
  }

  @Test
  void asksForABodyThatItReads() {
    try (HttpListener listener =
        HttpListener.start("127.0.0.1", 0, Wire.LIMITS, HttpListenerTest::echo)) {
      assertThat(RawClient.send(listener.port(), waiting(4) + CLOSE + "\r\nsoup"))
          .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200")
          .endsWith("soup");
    }
  }

  private static HttpResponse echo(HttpRequest request) {
    return HttpResponse.of(200, "text/plain", new String(request.bytes(9), US_ASCII));
  }

  @Test
  void givesUpOnARequestThatStops() {
    try (Wire wire = Wire.serving(AwsJsonTest.SERVICE)) {
      String head = "POST / HTTP/1.1\r\nX-Amz-Target: AmazonPersonalize.CreateSolution\r\n" + CLOSE;
      CompletableFuture<String> halfHead =
          CompletableFuture.supplyAsync(() -> RawClient.send(wire.port(), head));
      CompletableFuture<String> halfBody =
          CompletableFuture.supplyAsync(
              () ->
                  RawClient.send(
                      wire.port(),
                      head
                          + RawClient.authorization("personalize")
                          + "Content-Length: 9\r\n\r\n{"));
      assertThat(RawClient.send(wire.port(), "GET /health/live HTTP/1.1\r\n" + CLOSE + "\r\n"))
          .contains("UP");
      assertThat(RawClient.status(halfHead.join())).isNotEqualTo(200);
      assertThat(RawClient.status(halfBody.join())).isNotEqualTo(200);
    }
  }

  @Test
  void refusesWhatIsTooLarge() {
    try (Wire wire = Wire.serving(AwsJsonTest.SERVICE)) {
      String head = "POST / HTTP/1.1\r\nX-Amz-Target: AmazonPersonalize.CreateSolution\r\n" + CLOSE;
      String longHeader = "X-Long: " + "x".repeat(Wire.LIMITS.headerBytes()) + "\r\n\r\n";
      assertThat(RawClient.status(RawClient.send(wire.port(), head + longHeader))).isIn(400, 431);
      int length = Wire.LIMITS.documentBytes() + 1;
      String body = "Content-Length: " + length + "\r\n\r\n" + " ".repeat(length);
      String answer =
          RawClient.send(wire.port(), head + RawClient.authorization("personalize") + body);
      assertThat(RawClient.status(answer)).isEqualTo(413);
      assertThat(answer).contains("RequestEntityTooLargeException");
    }
  }

  @Test
  void letsRequestsUnderWayEnd() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    HttpListener listener =
        HttpListener.start(
            "127.0.0.1",
            0,
            Wire.LIMITS,
            request -> {
              started.countDown();
              await(closing);
              return HttpResponse.of(200, "text/plain", "done");
            });
    CompletableFuture<String> answer =
        CompletableFuture.supplyAsync(
            () -> RawClient.send(listener.port(), "GET / HTTP/1.1\r\n" + CLOSE + "\r\n"));
    started.await();
    Thread stop = Thread.ofVirtual().start(listener::close);
    closing.countDown();
    assertThat(answer.join()).endsWith("done");
    stop.join();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void saysWhetherItIsAliveAndReadyToAnyone() {
    try (Wire wire = Wire.serving(AwsJsonTest.SERVICE)) {
      assertThat(get(wire, "/health/live", ""))
          .startsWith("HTTP/1.1 200")
          .contains("x-amzn-RequestId: ")
          .endsWith("{\"status\":\"UP\"}");
      assertThat(get(wire, "/health/ready", "")).startsWith("HTTP/1.1 200");
      wire.ready = false;
      assertThat(get(wire, "/health/ready", "")).startsWith("HTTP/1.1 503");
      assertThat(get(wire, "/health/live", "")).startsWith("HTTP/1.1 200");
      assertThat(RawClient.status(get(wire, "/health/secrets", ""))).isIn(400, 403);
    }
  }

  @Test
  void servesOperationsOfItsOwnUnderTheSameRule() {
    ExtraOperation why =
        new ExtraOperation(
            "GET",
            "/maitred/denials/{id}",
            in -> List.of(Requirement.of("maitred:ExplainDenial", in.labels().get("id"))),
            in -> "{\"for\":\"" + Call.current().caller().userId() + in.query() + "\"}");
    try (Wire wire =
        Wire.guarded(
            (call, requirement) -> {
              if (requirement.resource().equals("se cret")) {
                throw AwsError.of(Fault.ACCESS_DENIED, "No.");
              }
            },
            List.of(AwsJsonTest.SERVICE),
            why)) {
      String signed = RawClient.authorization("maitred");
      assertThat(get(wire, "/maitred/denials/d1?q=1", signed))
          .startsWith("HTTP/1.1 200")
          .endsWith("{\"for\":\"AIDAEXAMPLE{q=1}\"}");
      assertThat(get(wire, "/maitred/denials/se%20cret", signed))
          .startsWith("HTTP/1.1 403")
          .endsWith("{\"message\":\"No.\"}");
      assertThat(get(wire, "/maitred/denials/d1", "")).startsWith("HTTP/1.1 403");
    }
  }

  private static String get(Wire wire, String path, String headers) {
    return RawClient.send(wire.port(), "GET " + path + " HTTP/1.1\r\n" + CLOSE + headers + "\r\n");
  }
}
