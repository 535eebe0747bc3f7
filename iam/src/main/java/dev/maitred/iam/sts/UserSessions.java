package dev.maitred.iam.sts;

import dev.maitred.iam.caller.Grants;
import dev.maitred.iam.caller.Sessions;
import dev.maitred.iam.operation.Lookup;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;

/** Temporary credentials of a user or the root user for themselves. */
public final class UserSessions implements StsHandler {
  private static final int DEFAULT_SECONDS = 43_200;
  private static final int MAX_ROOT_SECONDS = 3600;

  private final Sessions sessions;

  public UserSessions(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public GetSessionTokenResponse getSessionToken(GetSessionTokenRequest in) {
    Caller caller = Call.current().caller();
    if (caller.context().containsKey("aws:TokenIssueTime")) {
      throw StsErrors.accessDenied("Cannot call GetSessionToken with session credentials");
    }
    StsErrors.refuseDevice(in.serialNumber(), in.tokenCode());
    Instant now = Lookup.now();
    return GetSessionTokenResponse.builder()
        .credentials(
            shown(
                sessions.open(
                    Grants.ofUser(caller.userId(), now),
                    now.plusSeconds(seconds(caller, in.durationSeconds())))))
        .build();
  }

  // For the root user AWS takes longer durations and gives an hour.
  private static int seconds(Caller caller, @Nullable Integer asked) {
    int seconds = asked == null ? DEFAULT_SECONDS : asked;
    return caller.type() == Caller.Type.ROOT ? Math.min(seconds, MAX_ROOT_SECONDS) : seconds;
  }

  static Credentials shown(Sessions.Credentials credentials) {
    return Credentials.builder()
        .accessKeyId(credentials.accessKeyId())
        .secretAccessKey(credentials.secret())
        .sessionToken(credentials.sessionToken())
        .expiration(credentials.expires())
        .build();
  }
}
