package dev.maitred.wire;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line in the log for each request; it holds names and numbers, never what was sent. */
final class RequestLog implements Observer {
  private static final Logger LOG = LoggerFactory.getLogger("dev.maitred.requests");

  @Override
  public void answered(Answer answer) {
    LOG.atInfo().log(() -> line(answer));
  }

  private static String line(Answer answer) {
    return String.join(
        " ",
        "request=" + answer.requestId(),
        "service=" + answer.service(),
        "operation=" + named(answer.operation()),
        "caller=" + answer.call().map(call -> call.caller().arn()).orElse("-"),
        "status=" + answer.status(),
        "code=" + named(answer.code()),
        "micros=" + answer.duration().toNanos() / 1000);
  }

  private static String named(String name) {
    return name.isEmpty() ? "-" : name;
  }
}
