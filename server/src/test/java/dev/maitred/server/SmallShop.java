package dev.maitred.server;

import java.util.Random;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A small shop in a server: interactions in which the items come in chains (after item {@code n}
 * users mostly take {@code n+1}), imported, trained and deployed.
 *
 * @param datasetGroupArn the dataset group of the interactions
 * @param solutionVersionArn the trained version
 * @param campaignArn the campaign that serves it
 */
public record SmallShop(String datasetGroupArn, String solutionVersionArn, String campaignArn) {
  private static final int USERS = 120;
  private static final int ITEMS = 40;
  private static final int EVENTS = 20;

  private static final String SCHEMA =
      """
      {"type": "record", "name": "Interactions", "namespace": "com.amazonaws.personalize.schema",
       "fields": [{"name": "USER_ID", "type": "string"}, {"name": "ITEM_ID", "type": "string"},
                  {"name": "TIMESTAMP", "type": "long"}],
       "version": "1.0"}
      """;

  /** Opens it with the recipe named {@code aws-user-personalization}. */
  public static SmallShop open(TestClients root, String account) {
    return open(root, account, "aws-user-personalization");
  }

  /** Opens it with a recipe. */
  public static SmallShop open(TestClients root, String account, String recipe) {
    String role = role(root, account);
    try (S3Client s3 = root.s3();
        PersonalizeClient personalize = root.personalize()) {
      s3.createBucket(r -> r.bucket("small-shop"));
      s3.putObject(r -> r.bucket("small-shop").key("in.csv"), RequestBody.fromString(csv()));
      String group = imported(personalize, role);
      String version = trained(personalize, group, recipe);
      return new SmallShop(group, version, deployed(personalize, version));
    }
  }

  /** The interactions as CSV. */
  public static String csv() {
    StringBuilder csv = new StringBuilder("USER_ID,ITEM_ID,TIMESTAMP\n");
    Random random = new Random(7);
    for (int user = 0; user < USERS; user++) {
      int item = random.nextInt(ITEMS);
      for (int event = 0; event < EVENTS; event++) {
        long time = 1_700_000_000L + user * 1_000L + event * 60L;
        csv.append("u%d,i%d,%d%n".formatted(user, item, time));
        item = random.nextInt(10) < 8 ? (item + 1) % ITEMS : random.nextInt(ITEMS);
      }
    }
    return csv.toString();
  }

  static String role(TestClients root, String account) {
    String trust =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
          "Principal": {"Service": "personalize.amazonaws.com"},
          "Condition": {"StringEquals": {"aws:SourceAccount": "%s"}}}]}
        """
            .formatted(account);
    String read =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
          "Action": ["s3:GetObject", "s3:ListBucket"],
          "Resource": ["arn:aws:s3:::small-shop", "arn:aws:s3:::small-shop/*"]}]}
        """;
    try (IamClient iam = root.iam()) {
      iam.createRole(r -> r.roleName("ShopRole").assumeRolePolicyDocument(trust));
      iam.putRolePolicy(r -> r.roleName("ShopRole").policyName("read").policyDocument(read));
      return "arn:aws:iam::" + account + ":role/ShopRole";
    }
  }

  private static String imported(PersonalizeClient personalize, String role) {
    String schema = personalize.createSchema(r -> r.name("shop").schema(SCHEMA)).schemaArn();
    String group = personalize.createDatasetGroup(r -> r.name("shop")).datasetGroupArn();
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
                    r.name("shop")
                        .datasetGroupArn(group)
                        .schemaArn(schema)
                        .datasetType("Interactions"))
            .datasetArn();
    active(() -> personalize.describeDataset(r -> r.datasetArn(dataset)).dataset().status());
    String job =
        personalize
            .createDatasetImportJob(
                r ->
                    r.jobName("shop")
                        .datasetArn(dataset)
                        .roleArn(role)
                        .dataSource(s -> s.dataLocation("s3://small-shop/in.csv")))
            .datasetImportJobArn();
    active(
        () ->
            personalize
                .describeDatasetImportJob(r -> r.datasetImportJobArn(job))
                .datasetImportJob()
                .status());
    return group;
  }

  private static String trained(PersonalizeClient personalize, String group, String recipe) {
    String solution =
        personalize
            .createSolution(
                r ->
                    r.name("shop")
                        .datasetGroupArn(group)
                        .performAutoTraining(false)
                        .recipeArn("arn:aws:personalize:::recipe/" + recipe))
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

  private static String deployed(PersonalizeClient personalize, String version) {
    String campaign =
        personalize.createCampaign(r -> r.name("shop").solutionVersionArn(version)).campaignArn();
    active(() -> personalize.describeCampaign(r -> r.campaignArn(campaign)).campaign().status());
    return campaign;
  }

  static void active(Supplier<String> describe) {
    String status = Waiting.settled(describe);
    if (!status.equals("ACTIVE")) {
      throw new AssertionError("ended as " + status);
    }
  }
}
