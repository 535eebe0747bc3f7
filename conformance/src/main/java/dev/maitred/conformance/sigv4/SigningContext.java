package dev.maitred.conformance.sigv4;

import dev.maitred.wire.access.Caller;
import dev.maitred.wire.access.KeyRing;
import dev.maitred.wire.sigv4.BodyMemory;
import dev.maitred.wire.sigv4.Dialect;
import dev.maitred.wire.sigv4.SigV4Check;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Who signed a vector, when and how: its {@code context.json}.
 *
 * @param token the security token of temporary credentials
 * @param normalize whether dot segments and double slashes of the path were resolved
 * @param expires how long the presigned form is good
 */
record SigningContext(
    String accessKeyId,
    String secret,
    Optional<String> token,
    Instant time,
    boolean normalize,
    Duration expires) {
  private static final int BODY_LIMIT = 1 << 20;

  static SigningContext read(JsonNode json) {
    JsonNode credentials = json.get("credentials");
    return new SigningContext(
        credentials.get("access_key_id").asString(),
        credentials.get("secret_access_key").asString(),
        credentials.optional("token").map(JsonNode::asString),
        Instant.parse(json.get("timestamp").asString()),
        json.path("normalize").asBoolean(true),
        Duration.ofSeconds(json.path("expiration_in_seconds").asInt(3600)));
  }

  /** A check that knows this key, with its clock {@code later} than the signature. */
  SigV4Check check(Duration later) {
    Dialect dialect = normalize ? Dialect.GENERAL : Dialect.GENERAL.withPathAsSent();
    Clock clock = Clock.fixed(time.plus(later), ZoneOffset.UTC);
    return new SigV4Check(
        this::find, clock, BODY_LIMIT, new BodyMemory(BODY_LIMIT), service -> dialect);
  }

  private KeyRing.Key find(String id, Optional<String> sessionToken, Instant now) {
    if (!id.equals(accessKeyId) || !sessionToken.equals(token)) {
      throw KeyRing.unknownKey();
    }
    return new KeyRing.Key(new Caller(Caller.Type.USER, "", "", "", accessKeyId, Map.of()), secret);
  }

  @Override
  public String toString() {
    return "SigningContext[" + accessKeyId + ", " + time + "]";
  }
}
