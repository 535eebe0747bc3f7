package dev.maitred.wire.http;

import io.helidon.common.socket.SocketOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Ends every wait for a client's bytes: no answer, no further request and no rest of a body keeps a
 * connection open for longer than {@code readTimeout}.
 *
 * <p>Helidon itself watches only connections between two requests, and sets no time limit on the
 * channels that it accepts; so this does.
 */
record TimedReads(Duration readTimeout) implements SocketOptions {
  private static final SocketOptions REST = SocketOptions.builder().tcpNoDelay(true).build();

  @Override
  public void configureSocket(SocketChannel channel) {
    SocketOptions.super.configureSocket(channel);
    try {
      channel.socket().setSoTimeout(Math.toIntExact(readTimeout.toMillis()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<SocketOption<?>, Object> socketOptions() {
    return REST.socketOptions();
  }

  @Override
  public Duration connectTimeout() {
    return REST.connectTimeout();
  }

  @Override
  public Optional<Integer> socketReceiveBufferSize() {
    return REST.socketReceiveBufferSize();
  }

  @Override
  public Optional<Integer> socketSendBufferSize() {
    return REST.socketSendBufferSize();
  }

  @Override
  public boolean socketReuseAddress() {
    return REST.socketReuseAddress();
  }

  @Override
  public boolean socketKeepAlive() {
    return REST.socketKeepAlive();
  }

  @Override
  public boolean tcpNoDelay() {
    return REST.tcpNoDelay();
  }
}
