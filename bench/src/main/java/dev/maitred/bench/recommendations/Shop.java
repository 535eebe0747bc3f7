package dev.maitred.bench.recommendations;

import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A campaign of {@code aws-user-personalization}, and a user whose only policy allows asking it.
 *
 * @param datasetGroupArn where the interactions are
 * @param campaignArn the campaign
 * @param reader the user's access key
 */
public record Shop(String datasetGroupArn, String campaignArn, AccessKey reader) {
  private static final String SCHEMA =
      """
      {"type": "record", "name": "Interactions", "namespace": "com.amazonaws.personalize.schema",
       "fields": [{"name": "USER_ID", "type": "string"}, {"name": "ITEM_ID", "type": "string"},
                  {"name": "TIMESTAMP", "type": "long"}],
       "version": "1.0"}
      """;
  private static final long POLL_MILLIS = 200;

  /**
   * Imports, trains and deploys through the public API.
   *
   * @param csv the interactions: USER_ID, ITEM_ID, TIMESTAMP
   * @param explorationWeight how much the campaign tries out new items
   */
  public static Shop open(Clients root, String account, String csv, double explorationWeight) {
    try (IamClient iam = root.iam();
        S3Client s3 = root.s3();
        PersonalizeClient personalize = root.personalize()) {
      s3.createBucket(r -> r.bucket("bench"));
      s3.putObject(r -> r.bucket("bench").key("in.csv"), RequestBody.fromString(csv));
      String group = imported(personalize, role(iam, account));
      String campaign = deployed(personalize, trained(personalize, group), explorationWeight);
      return new Shop(group, campaign, reader(iam, campaign));
    }
  }

  private static String role(IamClient iam, String account) {
    iam.createRole(
        r ->
            r.roleName("Bench")
                .assumeRolePolicyDocument(
                    """
                    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                      "Action": "sts:AssumeRole",
                      "Principal": {"Service": "personalize.amazonaws.com"}}]}
                    """));
    iam.putRolePolicy(
        r -> r.roleName("Bench").policyName("read").policyDocument(allow("s3:*", "*")));
    return "arn:aws:iam::" + account + ":role/Bench";
  }

  private static AccessKey reader(IamClient iam, String campaign) {
    iam.createUser(r -> r.userName("reader"));
    String policy =
        iam.createPolicy(
                r ->
                    r.policyName("Recommendations")
                        .policyDocument(allow("personalize:GetRecommendations", campaign)))
            .policy()
            .arn();
    iam.attachUserPolicy(r -> r.userName("reader").policyArn(policy));
    return iam.createAccessKey(r -> r.userName("reader")).accessKey();
  }

  private static String allow(String action, String resource) {
    return """
        {"Version": "2012-10-17",
         "Statement": [{"Effect": "Allow", "Action": "%s", "Resource": "%s"}]}
        """
        .formatted(action, resource);
  }

  private static String imported(PersonalizeClient personalize, String role) {
    String schema = personalize.createSchema(r -> r.name("bench").schema(SCHEMA)).schemaArn();
    String group = personalize.createDatasetGroup(r -> r.name("bench")).datasetGroupArn();
    active(
        () ->
            personalize
                .describeDatasetGroup(r -> r.datasetGroupArn(group))
                .datasetGroup()
                .status());
    String dataset =
        personalize
            .createDataset(
                r ->
                    r.name("bench")
                        .datasetGroupArn(group)
                        .schemaArn(schema)
                        .datasetType("Interactions"))
            .datasetArn();
    active(() -> personalize.describeDataset(r -> r.datasetArn(dataset)).dataset().status());
    String job =
        personalize
            .createDatasetImportJob(
                r ->
                    r.jobName("bench")
                        .datasetArn(dataset)
                        .roleArn(role)
                        .dataSource(s -> s.dataLocation("s3://bench/in.csv")))
            .datasetImportJobArn();
    active(
        () ->
            personalize
                .describeDatasetImportJob(r -> r.datasetImportJobArn(job))
                .datasetImportJob()
                .status());
    return group;
  }

  private static String trained(PersonalizeClient personalize, String group) {
    String solution =
        personalize
            .createSolution(
                r ->
                    r.name("bench")
                        .datasetGroupArn(group)
                        .performAutoTraining(false)
                        .recipeArn("arn:aws:personalize:::recipe/aws-user-personalization"))
            .solutionArn();
    active(() -> personalize.describeSolution(r -> r.solutionArn(solution)).solution().status());
    String version =
        personalize.createSolutionVersion(r -> r.solutionArn(solution)).solutionVersionArn();
    active(
        () ->
            personalize
                .describeSolutionVersion(r -> r.solutionVersionArn(version))
                .solutionVersion()
                .status());
    return version;
  }

  private static String deployed(
      PersonalizeClient personalize, String version, double explorationWeight) {
    Map<String, String> exploration =
        Map.of("explorationWeight", Double.toString(explorationWeight));
    String campaign =
        personalize
            .createCampaign(
                r ->
                    r.name("bench")
                        .solutionVersionArn(version)
                        .campaignConfig(c -> c.itemExplorationConfig(exploration)))
            .campaignArn();
    active(() -> personalize.describeCampaign(r -> r.campaignArn(campaign)).campaign().status());
    return campaign;
  }

  private static void active(Supplier<String> status) {
    for (String now = status.get(); !now.equals("ACTIVE"); now = status.get()) {
      if (now.endsWith("FAILED")) {
        throw new IllegalStateException("a resource ended as " + now);
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
