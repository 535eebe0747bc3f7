package dev.maitred.wire.sigv4;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.access.KeyRing;
import dev.maitred.wire.http.Header;
import dev.maitred.wire.http.HttpRequest;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Results that others published. */
class PublishedValuesTest {

  /** The example of AWS's guide to Signature Version 4. */
  @Test
  void acceptsTheExampleOfTheGuide() {
    HttpRequest request =
        new HttpRequest(
            "GET",
            "/",
            "Action=ListUsers&Version=2010-05-08",
            List.of(
                new Header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                new Header("Host", "iam.amazonaws.com"),
                new Header("X-Amz-Date", "20150830T123600Z"),
                new Header(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request,"
                        + " SignedHeaders=content-type;host;x-amz-date,"
                        + " Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")),
            InputStream.nullInputStream(),
            "127.0.0.1",
            true);
    KeyRing.Key key = new KeyRing.Key(Requests.CALLER, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    Clock clock = Clock.fixed(Instant.parse("2015-08-30T12:40:00Z"), ZoneOffset.UTC);
    SigV4Check check =
        new SigV4Check((id, token, now) -> key, clock, 1000, new BodyMemory(1 << 20));

    assertThat(check.check(request).service()).isEqualTo("iam");
  }

  /** The check value of CRC-64/NVME: the checksum of the nine digits. */
  @Test
  void computesTheCheckValueOfCrc64Nvme() {
    Crc64Nvme crc = new Crc64Nvme();
    crc.update("123456789".getBytes(US_ASCII));
    assertThat(crc.getValue()).isEqualTo(0xAE8B14860A799888L);
  }

  @Test
  void showsNoSecret() {
    Authorization authorization =
        new Authorization(
            Credential.parse("AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request"),
            AmzDate.parse("20150830T123600Z"),
            List.of("host"),
            "ab".repeat(32),
            Optional.of("TOKEN"),
            Optional.empty());
    assertThat(authorization.toString()).contains("AKIDEXAMPLE").doesNotContain("abab", "TOKEN");
    AwsError mismatch = SigV4Errors.mismatch(Dialect.GENERAL);
    assertThat(mismatch.getMessage()).doesNotContain("AWS4", "aws4_request");
  }
}
