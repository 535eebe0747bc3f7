package dev.maitred.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.wire.access.Authority;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Row;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

class InProcessTest {
  private static final Call CALL =
      new Call("r1", Wire.BOB, "us-east-1", "personalize", Instant.EPOCH, Map.of());

  private static final class OneObject implements S3Client {
    private byte[] bytes = new byte[0];
    private int closed;

    @Override
    public PutObjectResponse putObject(PutObjectRequest in, RequestBody body) {
      try (var stream = body.contentStreamProvider().newStream()) {
        bytes = stream.readAllBytes();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      return PutObjectResponse.builder().build();
    }

    @Override
    public <T> T getObject(GetObjectRequest in, ResponseTransformer<GetObjectResponse, T> out) {
      var stream =
          new java.io.ByteArrayInputStream(bytes) {
            @Override
            public void close() {
              closed++;
            }
          };
      try {
        return out.transform(
            GetObjectResponse.builder().build(), AbortableInputStream.create(stream));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public String serviceName() {
      return "s3";
    }

    @Override
    public void close() {}
  }

  private final OneObject handler = new OneObject();
  private final AwsService service =
      new AwsService(
          "s3-2006-03-01",
          S3Client.class,
          List.of(
              Row.on(PutObjectRequest.class, "s3:PutObject", in -> "arn:aws:s3:::b/" + in.key()),
              Row.on(GetObjectRequest.class, "s3:GetObject", in -> "arn:aws:s3:::b/" + in.key())),
          List.of(handler));
  private final Authority authority =
      (call, requirement) -> {
        if (requirement.resource().endsWith("secret")) {
          throw AwsError.of(Fault.ACCESS_DENIED, call.caller().arn() + " may not");
        }
      };
  private final S3Client client = InProcess.client(S3Client.class, service, authority);

  @Test
  void passesStreamsThrough() throws Exception {
    CALL.run(
        () -> {
          client.putObject(in -> in.bucket("b").key("k"), RequestBody.fromString("hello"));
          assertThat(client.getObjectAsBytes(in -> in.bucket("b").key("k")).asUtf8String())
              .isEqualTo("hello");
          assertThat(handler.closed).isEqualTo(1);
          try (ResponseInputStream<GetObjectResponse> in =
              client.getObject(get -> get.bucket("b").key("k"))) {
            assertThat(handler.closed).isEqualTo(1);
            assertThat(in.readAllBytes()).asString().isEqualTo("hello");
          }
          assertThat(handler.closed).isEqualTo(2);
          return null;
        });
  }

  @Test
  void asksTheAuthorityAboutTheCaller() {
    assertThatThrownBy(
            () -> CALL.run(() -> client.getObjectAsBytes(in -> in.bucket("b").key("secret"))))
        .isInstanceOfSatisfying(
            AwsError.class,
            e -> {
              assertThat(e.code()).isEqualTo("ACCESS_DENIED");
              assertThat(e).hasMessage(Wire.BOB.arn() + " may not");
            });
  }

  @Test
  void refusesOutsideACall() {
    assertThatThrownBy(() -> client.getObjectAsBytes(in -> in.bucket("b").key("k")))
        .isInstanceOf(java.util.NoSuchElementException.class);
  }

  @Test
  void namesWhatIsNotBuilt() {
    assertThatThrownBy(() -> CALL.run(() -> client.listBuckets()))
        .isInstanceOfSatisfying(AwsError.class, e -> assertThat(e.code()).isEqualTo("NOT_BUILT"));
  }

  @Test
  void doesNotStartWithAnOperationThatHasNoRow() {
    AwsService bare = new AwsService("s3-2006-03-01", S3Client.class, List.of(), List.of(handler));
    assertThatThrownBy(() -> InProcess.client(S3Client.class, bare, authority))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has no row");
  }

  @Test
  void doesNotStartWithTwoHandlersOfOneOperation() {
    AwsService twice =
        new AwsService(
            "s3-2006-03-01", S3Client.class, service.rows(), List.of(handler, new OneObject()));
    assertThatThrownBy(() -> InProcess.client(S3Client.class, twice, authority))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is overridden by both");
  }

  @Test
  void doesNotStartWithARowOfAnotherService() {
    AwsService stray =
        new AwsService(
            "iam-2010-05-08",
            S3Client.class,
            List.of(Row.onAll(ListBucketsRequest.class, "s3:ListAllMyBuckets")),
            List.of());
    assertThatThrownBy(() -> InProcess.client(S3Client.class, stray, authority))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A row names ListBuckets, which iam-2010-05-08 does not have");
  }
}
