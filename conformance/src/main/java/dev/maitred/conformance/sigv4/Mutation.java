package dev.maitred.conformance.sigv4;

import dev.maitred.wire.Fault;
import dev.maitred.wire.http.Header;
import dev.maitred.wire.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Something altered about a signed request after it was signed.
 *
 * @param name what was altered
 * @param change makes the altered request
 * @param later how much later than signed it arrives
 * @param fault how it must be refused
 */
record Mutation(String name, UnaryOperator<HttpRequest> change, Duration later, Fault fault) {

  /** The mutations of a request signed in its headers. */
  static List<Mutation> ofHeaderForm(SigningContext context) {
    List<Mutation> all = ofBothForms();
    all.add(mismatch("signature", r -> header(r, "Authorization", v -> flip(v, "Signature="))));
    all.add(mismatch("date", r -> header(r, "X-Amz-Date", v -> v.replace("00Z", "01Z"))));
    all.add(mismatch("scope", r -> header(r, "Authorization", Mutation::elsewhere)));
    all.add(unknown("credential", r -> header(r, "Authorization", Mutation::somebody)));
    all.add(late("expired", Duration.ofSeconds(301), Fault.SIGNATURE_MISMATCH));
    all.add(late("early", Duration.ofSeconds(-301), Fault.SIGNATURE_MISMATCH));
    all.add(
        new Mutation(
            "unsigned",
            r -> withoutHeader(r, "Authorization"),
            Duration.ZERO,
            Fault.MISSING_TOKEN));
    if (context.token().isPresent()) {
      all.add(unknown("token", r -> header(r, "X-Amz-Security-Token", v -> v + "A")));
      all.add(unknown("no token", r -> withoutHeader(r, "X-Amz-Security-Token")));
    }
    return all;
  }

  /** The mutations of a request signed in its query. */
  static List<Mutation> ofQueryForm(SigningContext context) {
    List<Mutation> all = ofBothForms();
    all.add(mismatch("signature", r -> query(r, q -> flip(q, "X-Amz-Signature="))));
    all.add(mismatch("date", r -> query(r, q -> q.replace("00Z", "01Z"))));
    all.add(
        mismatch("expires", r -> query(r, q -> q.replace("X-Amz-Expires=", "X-Amz-Expires=1"))));
    all.add(mismatch("scope", r -> query(r, Mutation::elsewhere)));
    all.add(unknown("credential", r -> query(r, Mutation::somebody)));
    all.add(late("expired", context.expires().plusSeconds(1), Fault.REQUEST_EXPIRED));
    all.add(late("early", Duration.ofSeconds(-301), Fault.SIGNATURE_MISMATCH));
    if (context.token().isPresent()) {
      all.add(
          unknown(
              "token",
              r -> query(r, q -> q.replace("X-Amz-Security-Token=", "X-Amz-Security-Token=A"))));
    }
    return all;
  }

  private static List<Mutation> ofBothForms() {
    List<Mutation> all = new ArrayList<>();
    all.add(mismatch("method", r -> with(r, "PATCH", r.rawPath(), r.rawQuery(), r.headers())));
    all.add(
        mismatch("path", r -> with(r, r.method(), r.rawPath() + "x", r.rawQuery(), r.headers())));
    all.add(mismatch("query", r -> query(r, q -> q.isEmpty() ? "added=1" : q + "&added=1")));
    all.add(mismatch("header value", r -> header(r, "Host", value -> value + ".evil")));
    all.add(mismatch("amz header", r -> plusHeader(r, "X-Amz-Target", "Service.Operation")));
    all.add(mismatch("body", Mutation::longerBody));
    return all;
  }

  private static Mutation mismatch(String name, UnaryOperator<HttpRequest> change) {
    return new Mutation(name, change, Duration.ZERO, Fault.SIGNATURE_MISMATCH);
  }

  private static Mutation unknown(String name, UnaryOperator<HttpRequest> change) {
    return new Mutation(name, change, Duration.ZERO, Fault.UNKNOWN_CREDENTIALS);
  }

  private static Mutation late(String name, Duration later, Fault fault) {
    return new Mutation(name, UnaryOperator.identity(), later, fault);
  }

  private static String elsewhere(String text) {
    return text.replace("us-east-1", "us-west-2");
  }

  private static String somebody(String text) {
    return text.replace("Credential=", "Credential=Z");
  }

  /** The text with the digit after {@code before} altered. */
  private static String flip(String text, String before) {
    int at = text.indexOf(before) + before.length();
    char other = text.charAt(at) == '0' ? '1' : '0';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  private static HttpRequest query(HttpRequest r, UnaryOperator<String> change) {
    return with(r, r.method(), r.rawPath(), change.apply(r.rawQuery()), r.headers());
  }

  private static HttpRequest header(HttpRequest r, String name, UnaryOperator<String> change) {
    List<Header> headers =
        r.headers().stream()
            .map(h -> h.name().equals(name) ? new Header(name, change.apply(h.value())) : h)
            .toList();
    return with(r, r.method(), r.rawPath(), r.rawQuery(), headers);
  }

  private static HttpRequest withoutHeader(HttpRequest r, String name) {
    List<Header> headers = r.headers().stream().filter(h -> !h.name().equals(name)).toList();
    return with(r, r.method(), r.rawPath(), r.rawQuery(), headers);
  }

  private static HttpRequest plusHeader(HttpRequest r, String name, String value) {
    List<Header> headers = new ArrayList<>(r.headers());
    headers.add(new Header(name, value));
    return with(r, r.method(), r.rawPath(), r.rawQuery(), headers);
  }

  private static HttpRequest longerBody(HttpRequest r) {
    InputStream more = new ByteArrayInputStream(new byte[] {'x'});
    return r.withBody(new SequenceInputStream(r.body(), more));
  }

  private static HttpRequest with(
      HttpRequest r, String method, String path, String query, List<Header> headers) {
    return new HttpRequest(method, path, query, headers, r.body(), r.remoteAddress(), r.secure());
  }

  /** The altered request. */
  HttpRequest of(HttpRequest request) {
    return change.apply(request);
  }
}
