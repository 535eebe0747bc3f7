package dev.maitred.wire.http;

import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A socket that turns what arrives into {@link HttpRequest}s, each answered on a virtual thread of
 * its own.
 */
public final class HttpListener implements AutoCloseable {
  /**
   * Bytes of a body that are taken though nobody reads them. {@link java.net.HttpURLConnection}
   * loses the text of a refusal that comes while it waits for leave to send; most of its requests
   * are short.
   */
  private static final long SHORT_BODY = 1 << 20;

  private final WebServer server;

  private HttpListener(WebServer server) {
    this.server = server;
  }

  /**
   * Listens at once.
   *
   * @param host the address to listen on, such as {@code 127.0.0.1}
   * @param port the port, 0 for any that is free
   * @param answer gives every request its answer
   */
  public static HttpListener start(
      String host, int port, Limits limits, Function<HttpRequest, HttpResponse> answer) {
    WebServer server =
        WebServer.builder()
            .host(host)
            .port(port)
            .protocolsDiscoverServices(false)
            .addProtocol(http1(limits))
            .contentEncoding(new ContentAsSent())
            .maxPayloadSize(-1)
            .maxTcpConnections(limits.connections())
            .useNio(false)
            .idleConnectionTimeout(limits.idle())
            .idleConnectionPeriod(limits.idle())
            .shutdownGracePeriod(limits.drain())
            .shutdownHook(false)
            .connectionOptions(new TimedReads(limits.idle()))
            .routing(
                routing -> routing.any((request, response) -> serve(answer, request, response)))
            .build()
            .start();
    return new HttpListener(server);
  }

  /**
   * Returns if the port can be listened on. Helidon only logs that it can't, and goes on.
   *
   * @throws IOException if the port is taken or the address is not this machine's
   */
  public static void requireFree(String host, int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    }
  }

  private static Http1Config http1(Limits limits) {
    return Http1Config.builder()
        .maxPrologueLength(limits.headerBytes())
        .maxHeadersSize(limits.headerBytes())
        .validatePath(false)
        .build();
  }

  private static void serve(
      Function<HttpRequest, HttpResponse> answer, ServerRequest request, ServerResponse response) {
    AwaitedBody body = new AwaitedBody(request.content());
    HttpResponse answered = answer.apply(received(request, body));
    if (request.headers().contentLength().orElse(Long.MAX_VALUE) <= SHORT_BODY) {
      body.drop();
    }
    boolean last = isLast(request, body);
    if (last) {
      response.header(HeaderValues.CONNECTION_CLOSE);
    }
    send(answered, response);
    if (last) {
      throw new CloseConnectionException("The client asked for it, or cannot go on");
    }
  }

  /**
   * Whether the connection ends with this request: the client says so, or it still waits for leave
   * to send a body. Whether it sends that body after the answer is its choice, so what it sends
   * next may be body or request; and botocore, which takes the answer for a refusal, would keep
   * back the body of the next request too.
   */
  private static boolean isLast(ServerRequest request, AwaitedBody body) {
    boolean waits =
        request.headers().contains(HeaderValues.EXPECT_100)
            && !(body.asked() && request.content().hasEntity());
    return waits || request.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
  }

  private static HttpRequest received(ServerRequest request, InputStream body) {
    List<Header> headers = new ArrayList<>(request.headers().size());
    request
        .headers()
        .forEach(
            header ->
                header.allValues().forEach(value -> headers.add(new Header(header.name(), value))));
    return new HttpRequest(
        request.prologue().method().text(),
        request.prologue().uriPath().rawPath(),
        request.prologue().query().rawValue(),
        headers,
        body,
        withoutZone(request.remotePeer().host()),
        request.isSecure());
  }

  /** An address without the interface that a link-local one names ({@code fe80::1%eth0}). */
  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }

  private static void send(HttpResponse answer, ServerResponse response) {
    response.status(Status.create(answer.status()));
    answer.headers().forEach(header -> response.header(header.name(), header.value()));
    switch (answer.content()) {
      case HttpResponse.Bytes(byte[] bytes) -> response.send(bytes);
      case HttpResponse.Omitted(long length) -> {
        response.contentLength(length);
        response.send();
      }
      case HttpResponse.Stream stream -> send(stream, response);
    }
  }

  private static void send(HttpResponse.Stream stream, ServerResponse response) {
    stream.length().ifPresent(response::contentLength);
    try (InputStream in = stream.bytes();
        OutputStream out = response.outputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Takes no new connections, lets the requests under way end, and stops. */
  @Override
  public void close() {
    server.stop();
  }
}
