package dev.maitred.wire.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.AwsService;
import dev.maitred.wire.Wire;
import dev.maitred.wire.access.Row;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

class AwsQueryTest {
  private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

  private static final class Users implements IamClient {
    @Override
    public CreateUserResponse createUser(CreateUserRequest in) {
      return CreateUserResponse.builder()
          .user(
              user -> user.userName(in.userName()).path(in.path()).tags(in.tags()).createDate(THEN))
          .build();
    }

    @Override
    public DeleteUserResponse deleteUser(DeleteUserRequest in) {
      throw AwsError.of(
          "NoSuchEntity", 404, "The user with name " + in.userName() + " cannot be found.");
    }

    @Override
    public ListUsersResponse listUsers(ListUsersRequest in) {
      return in.maxItems() == null
          ? ListUsersResponse.builder().users(List.of()).isTruncated(false).build()
          : ListUsersResponse.builder()
              .users(
                  User.builder().userName("a<&>\"\r").build(), User.builder().userName("b").build())
              .isTruncated(in.maxItems() == 2)
              .build();
    }

    @Override
    public String serviceName() {
      return "iam";
    }

    @Override
    public void close() {}
  }

  private static final class Identity implements StsClient {
    @Override
    public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest in) {
      return GetCallerIdentityResponse.builder().account("123456789012").build();
    }

    @Override
    public String serviceName() {
      return "sts";
    }

    @Override
    public void close() {}
  }

  static final AwsService IAM =
      new AwsService(
          "iam-2010-05-08",
          IamClient.class,
          List.of(
              Row.onAll(CreateUserRequest.class, "iam:CreateUser"),
              Row.onAll(DeleteUserRequest.class, "iam:DeleteUser"),
              Row.onAll(ListUsersRequest.class, "iam:ListUsers")),
          List.of(new Users()));

  private final Wire wire =
      Wire.serving(
          IAM,
          new AwsService(
              "sts-2011-06-15",
              StsClient.class,
              List.of(
                  Row.of(GetCallerIdentityRequest.class, "sts:GetCallerIdentity", in -> List.of())),
              List.of(new Identity())));
  private final IamClient iam = wire.client(IamClient.builder());

  @AfterEach
  void stop() {
    iam.close();
    wire.close();
  }

  @Test
  void carriesListsOfStructuresAndTimes() {
    CreateUserResponse created =
        iam.createUser(
            in ->
                in.userName("bob")
                    .path("/staff/")
                    .tags(
                        tag -> tag.key("team").value("a+b =: c/d ü"),
                        tag -> tag.key("x").value("")));

    assertThat(created.user().tags()).extracting("key").containsExactly("team", "x");
    assertThat(created.user().tags()).extracting("value").containsExactly("a+b =: c/d ü", "");
    assertThat(created.user().createDate()).isEqualTo(THEN);
    assertThat(created.user().path()).isEqualTo("/staff/");
    assertThat(created.responseMetadata().requestId())
        .isEqualTo(wire.answers.getLast().requestId());
  }

  @Test
  void carriesNumbersBooleansAndEmptyLists() {
    assertThat(iam.listUsers(in -> in.maxItems(2)).users())
        .extracting(User::userName)
        .containsExactly("a<&>\"\r", "b");
    assertThat(iam.listUsers(in -> in.maxItems(2)).isTruncated()).isTrue();
    assertThat(iam.listUsers().hasUsers()).isTrue();
    assertThat(iam.listUsers().users()).isEmpty();
  }

  @Test
  void servesTwoServicesOnOnePort() {
    try (StsClient sts = wire.client(StsClient.builder())) {
      assertThat(sts.getCallerIdentity().account()).isEqualTo("123456789012");
    }
  }

  @Test
  void answersWithTheModelsCodeAndStatus() {
    assertThatThrownBy(() -> iam.deleteUser(in -> in.userName("eve")))
        .isInstanceOfSatisfying(
            NoSuchEntityException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(404);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("NoSuchEntity");
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo("The user with name eve cannot be found.");
            });
  }

  @Test
  void refusesAFormThatWouldFillTheMemory() {
    String deep = ".a".repeat(60);
    String body =
        IntStream.range(0, 7_000)
            .mapToObj(number -> number + deep + "=")
            .collect(Collectors.joining("&", "Action=ListUsers&Version=2010-05-08&", ""));
    String answer =
        RawClient.send(
            wire.port(),
            "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + body.length()
                + "\r\n"
                + RawClient.authorization("iam")
                + "\r\n"
                + body);
    assertThat(RawClient.status(answer)).isEqualTo(400);
    assertThat(answer).contains("The request has too many parameters");
  }

  @Test
  void doesNotShowTheValueThatBreaksTheModel() {
    assertThatThrownBy(
            () -> iam.createUser(in -> in.userName("b b").tags(tag -> tag.key("").value("v"))))
        .isInstanceOfSatisfying(
            IamException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
              assertThat(e.awsErrorDetails().errorMessage())
                  .startsWith(
                      "3 validation errors detected: Value at 'userName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+; ")
                  .contains(
                      "Value at 'tags.1.member.key' failed to satisfy constraint: Member must have length greater than or equal to 1");
            });
  }
}
