package dev.maitred.iam.sts;

import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Caller;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Who calls. Everyone may know that about themselves, whatever policies say. */
public final class CallerIdentity implements StsHandler {
  @Override
  public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest in) {
    Caller caller = Call.current().caller();
    return GetCallerIdentityResponse.builder()
        .userId(caller.userId())
        .account(caller.account())
        .arn(caller.arn())
        .build();
  }
}
