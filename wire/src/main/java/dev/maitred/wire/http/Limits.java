package dev.maitred.wire.http;

import java.time.Duration;

/**
 * How much of the server one request or client may take.
 *
 * @param headerBytes the request line and the headers, each
 * @param documentBytes a body that is read whole: JSON, a form, XML
 * @param heldBytes all bodies together that are read whole before their signatures are verified
 * @param streamBytes a body that is streamed, such as an object of S3
 * @param connections connections open at once; more wait
 * @param idle how long a connection may be silent, between requests and within one
 * @param drain how long {@link HttpListener#close} waits for requests under way
 */
public record Limits(
    int headerBytes,
    int documentBytes,
    long heldBytes,
    long streamBytes,
    int connections,
    Duration idle,
    Duration drain) {

  /** AWS's own where they are known: 5 GiB for one object. An eighth of the heap for bodies. */
  public static final Limits DEFAULT =
      new Limits(
          16 << 10,
          10 << 20,
          Runtime.getRuntime().maxMemory() / 8,
          5L << 30,
          4096,
          Duration.ofSeconds(30),
          Duration.ofSeconds(10));
}
