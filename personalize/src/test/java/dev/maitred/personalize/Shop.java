package dev.maitred.personalize;

import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.Domain;

/** Ready-made resources for tests, made through the API. */
public final class Shop {
  public static final String INTERACTIONS =
      """
      {"type": "record", "name": "Interactions", "namespace": "com.amazonaws.personalize.schema",
       "fields": [
         {"name": "USER_ID", "type": "string"},
         {"name": "ITEM_ID", "type": "string"},
         {"name": "EVENT_TYPE", "type": "string"},
         {"name": "TIMESTAMP", "type": "long"}],
       "version": "1.0"}""";
  public static final String ITEMS =
      """
      {"type": "record", "name": "Items", "namespace": "com.amazonaws.personalize.schema",
       "fields": [
         {"name": "ITEM_ID", "type": "string"},
         {"name": "GENRES", "type": "string", "categorical": true}],
       "version": "1.0"}""";

  private final PersonalizeClient client;

  public Shop(PersonalizeClient client) {
    this.client = client;
  }

  /** An active custom dataset group. */
  public String group(String name) {
    return await(client.createDatasetGroup(in -> in.name(name)).datasetGroupArn());
  }

  /** An active dataset group of a domain. */
  public String group(String name, Domain domain) {
    return await(client.createDatasetGroup(in -> in.name(name).domain(domain)).datasetGroupArn());
  }

  public String schema(String name, String text) {
    return client.createSchema(in -> in.name(name).schema(text)).schemaArn();
  }

  /** An active dataset under a schema of its own, called as the dataset is. */
  public String dataset(String group, String type, String text) {
    String name = group.substring(group.lastIndexOf('/') + 1) + "-" + type;
    String schema = schema(name, text);
    String arn =
        client
            .createDataset(
                in -> in.name(name).datasetGroupArn(group).datasetType(type).schemaArn(schema))
            .datasetArn();
    ControlPlane.await(
        "ACTIVE", () -> client.describeDataset(in -> in.datasetArn(arn)).dataset().status());
    return arn;
  }

  /** An active solution of {@code aws-sims}. */
  public String solution(String group, String name) {
    String arn =
        client
            .createSolution(
                in ->
                    in.name(name)
                        .datasetGroupArn(group)
                        .recipeArn("arn:aws:personalize:::recipe/aws-sims"))
            .solutionArn();
    ControlPlane.await(
        "ACTIVE", () -> client.describeSolution(in -> in.solutionArn(arn)).solution().status());
    return arn;
  }

  /** A version of a solution, in whatever state it is. */
  public String version(String solution) {
    return client.createSolutionVersion(in -> in.solutionArn(solution)).solutionVersionArn();
  }

  /** An active version of a solution. */
  public String activeVersion(String solution) {
    String arn = version(solution);
    awaitVersion(arn, "ACTIVE");
    return arn;
  }

  public void awaitVersion(String arn, String status) {
    ControlPlane.await(
        status,
        () ->
            client
                .describeSolutionVersion(in -> in.solutionVersionArn(arn))
                .solutionVersion()
                .status());
  }

  private String await(String group) {
    ControlPlane.await(
        "ACTIVE",
        () -> client.describeDatasetGroup(in -> in.datasetGroupArn(group)).datasetGroup().status());
    return group;
  }
}
