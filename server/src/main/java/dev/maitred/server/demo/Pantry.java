package dev.maitred.server.demo;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.Dataset;
import software.amazon.awssdk.services.personalize.model.DatasetGroup;
import software.amazon.awssdk.services.personalize.model.DatasetImportJob;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Chapter two: the data. A bucket and a CSV file in it, then schema, dataset group, dataset and
 * import job.
 *
 * @param datasetGroupArn the dataset group that holds the imported interactions
 */
record Pantry(String datasetGroupArn) {
  private static final String SCHEMA =
      """
      {
        "type": "record", "name": "Interactions", "namespace": "com.amazonaws.personalize.schema",
        "fields": [
          {"name": "USER_ID", "type": "string"},
          {"name": "ITEM_ID", "type": "string"},
          {"name": "TIMESTAMP", "type": "long"}
        ],
        "version": "1.0"
      }
      """;

  static void upload(S3Client s3, String bucket, Catalogue catalogue, Narrator narrator) {
    narrator.step("admin makes the bucket " + bucket + " and uploads the interactions");
    s3.createBucket(r -> r.bucket(bucket));
    String csv = catalogue.csv();
    s3.putObject(r -> r.bucket(bucket).key("interactions.csv"), RequestBody.fromString(csv));
    narrator.tell(
        "%s: %,d interactions, %,d bytes to s3://%s/interactions.csv"
            .formatted(catalogue.origin(), catalogue.interactions().size(), csv.length(), bucket));
  }

  static Pantry fill(
      PersonalizeClient personalize, String bucket, String roleArn, Narrator narrator) {
    narrator.step("admin creates schema, dataset group and dataset");
    String schema = personalize.createSchema(r -> r.name("movies").schema(SCHEMA)).schemaArn();
    String group = personalize.createDatasetGroup(r -> r.name("movies")).datasetGroupArn();
    Await.active("The dataset group", () -> group(personalize, group), narrator::tell);
    String dataset =
        personalize
            .createDataset(
                r ->
                    r.name("interactions")
                        .schemaArn(schema)
                        .datasetGroupArn(group)
                        .datasetType("Interactions"))
            .datasetArn();
    Await.active("The dataset", () -> dataset(personalize, dataset), status -> {});
    narrator.tell(dataset);

    narrator.step("admin imports the file; Personalize reads it under the role it was passed");
    String job =
        personalize
            .createDatasetImportJob(
                r ->
                    r.jobName("first-import")
                        .datasetArn(dataset)
                        .roleArn(roleArn)
                        .dataSource(s -> s.dataLocation("s3://" + bucket + "/interactions.csv")))
            .datasetImportJobArn();
    Await.active("The import", () -> importJob(personalize, job), narrator::tell);
    return new Pantry(group);
  }

  private static Await.State group(PersonalizeClient personalize, String arn) {
    DatasetGroup group =
        personalize.describeDatasetGroup(r -> r.datasetGroupArn(arn)).datasetGroup();
    return Await.State.of(group.status(), group.failureReason());
  }

  private static Await.State dataset(PersonalizeClient personalize, String arn) {
    Dataset dataset = personalize.describeDataset(r -> r.datasetArn(arn)).dataset();
    return Await.State.of(dataset.status(), null);
  }

  private static Await.State importJob(PersonalizeClient personalize, String arn) {
    DatasetImportJob job =
        personalize.describeDatasetImportJob(r -> r.datasetImportJobArn(arn)).datasetImportJob();
    return Await.State.of(job.status(), job.failureReason());
  }
}
