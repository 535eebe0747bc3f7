package dev.maitred.server.demo;

import dev.maitred.server.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * Chapter one: who may do what. Root makes two users and the role that Personalize will act under.
 *
 * @param admin may do all of Personalize and pass the role to it
 * @param analyst may only look
 * @param roleArn the role that Personalize reads the bucket with
 */
record People(AccessKeyPair admin, AccessKeyPair analyst, String roleArn) {

  static People invite(IamClient iam, String account, String bucket, Narrator narrator) {
    narrator.step("Root creates the role that Personalize will read the data with");
    String roleArn = role(iam, account, bucket);
    narrator.tell(roleArn + "\ntrusts " + Policies.SERVICE + ", may only read s3://" + bucket);

    narrator.step(
        "Root creates `admin`: personalize:*, iam:PassRole of that role to Personalize only, and the bucket");
    AccessKeyPair admin = user(iam, "admin");
    attach(iam, "admin", "PersonalizeFullAccess", Policies.fullAccess(roleArn));
    attach(iam, "admin", "DemoBucketOwner", Policies.bucketOwner(bucket));
    narrator.tell("access key " + admin);

    narrator.step(
        "Root creates `analyst` with the read-only policy (31 Describe, List and Get actions)");
    AccessKeyPair analyst = user(iam, "analyst");
    attach(iam, "analyst", "PersonalizeReadOnly", Policies.readOnly());
    narrator.tell("access key " + analyst);
    return new People(admin, analyst, roleArn);
  }

  /** Adds the two to a shared-credentials file, as the profiles {@code admin}, {@code analyst}. */
  void addTo(Path credentials) {
    String profiles = profile("admin", admin) + profile("analyst", analyst);
    try {
      Files.writeString(credentials, profiles, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new StoryInterrupted("`" + credentials + "` cannot be written: " + IoReason.of(e));
    }
  }

  private static String profile(String name, AccessKeyPair key) {
    return "%n[%s]%naws_access_key_id = %s%naws_secret_access_key = %s%n"
        .formatted(name, key.id(), key.secret());
  }

  private static String role(IamClient iam, String account, String bucket) {
    String arn =
        iam.createRole(
                r ->
                    r.roleName("PersonalizeDemoRole")
                        .assumeRolePolicyDocument(Policies.trustPersonalize(account)))
            .role()
            .arn();
    iam.putRolePolicy(
        r ->
            r.roleName("PersonalizeDemoRole")
                .policyName("ReadTheBucket")
                .policyDocument(Policies.bucketReader(bucket)));
    return arn;
  }

  private static AccessKeyPair user(IamClient iam, String name) {
    iam.createUser(r -> r.userName(name));
    return AccessKeyPair.of(iam.createAccessKey(r -> r.userName(name)).accessKey());
  }

  private static void attach(IamClient iam, String user, String policy, String document) {
    String arn =
        iam.createPolicy(r -> r.policyName(policy).policyDocument(document)).policy().arn();
    iam.attachUserPolicy(r -> r.userName(user).policyArn(arn));
  }
}
