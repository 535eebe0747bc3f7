package dev.maitred.wire.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One request under way: who asks, from where and when. It travels in a {@link ScopedValue}, so
 * that a service's methods keep the signatures of AWS's own client interfaces.
 *
 * @param requestId the id answered in {@code x-amzn-RequestId}
 * @param caller the verified identity
 * @param region the region of the credential scope, such as {@code us-east-1}
 * @param service the service of the credential scope, such as {@code personalize}
 * @param time when the request arrived
 * @param context the condition keys that come from the connection ({@code aws:SourceIp}, {@code
 *     aws:SecureTransport}, {@code aws:UserAgent}, {@code aws:CurrentTime}, …) with their values
 */
public record Call(
    String requestId,
    Caller caller,
    String region,
    String service,
    Instant time,
    Map<String, List<String>> context) {

  private static final ScopedValue<Call> CURRENT = ScopedValue.newInstance();

  public Call {
    context = Map.copyOf(context);
  }

  /**
   * The call that this thread is answering. Throws {@link java.util.NoSuchElementException} outside
   * one.
   */
  public static Call current() {
    return CURRENT.get();
  }

  /** Does {@code work} as part of this call and gives its result. */
  public <T, X extends Throwable> T run(ScopedValue.CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  /** This call made by somebody else: a service acting under a role it was passed. */
  public Call as(Caller other) {
    return new Call(requestId, other, region, service, time, context);
  }
}
