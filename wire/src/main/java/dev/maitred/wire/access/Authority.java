package dev.maitred.wire.access;

/** The one place that answers: may this caller do this, on this resource, now? */
public interface Authority {

  /**
   * Returns if the call's caller is allowed what is required.
   *
   * @throws dev.maitred.wire.AwsError with {@link dev.maitred.wire.Fault#ACCESS_DENIED} and AWS's
   *     message otherwise, any doubt included
   */
  void require(Call call, Requirement requirement);
}
