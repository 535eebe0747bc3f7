package dev.maitred.personalize;

import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.DatasetImportJob;
import software.amazon.awssdk.services.personalize.model.ImportMode;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;

/** A dataset group that learns, in this process: what a user of the three services does. */
public final class Learner implements AutoCloseable {
  private static final String RECIPES = "arn:aws:personalize:::recipe/";

  private final Path dir;
  private final FolderOfObjects objects;
  private ControlPlane plane;

  public Learner(Path dir) {
    this.dir = dir;
    this.objects = new FolderOfObjects(dir.resolve("buckets"));
    this.plane = open();
  }

  private ControlPlane open() {
    return ControlPlane.running(dir, objects, FolderOfObjects.roles());
  }

  /** Closes the services and opens them again on what is on disk. */
  public void restart() {
    plane.close();
    plane = open();
  }

  public ControlPlane plane() {
    return plane;
  }

  public FolderOfObjects objects() {
    return objects;
  }

  public PersonalizeClient control() {
    return plane.client();
  }

  public PersonalizeRuntimeClient runtime() {
    return plane.client(PersonalizeRuntimeClient.class, ControlPlane.REGION);
  }

  public PersonalizeEventsClient events() {
    return plane.client(PersonalizeEventsClient.class, ControlPlane.REGION);
  }

  /** An Interactions dataset in a group of its own. */
  public String interactions(String group) {
    Shop shop = new Shop(control());
    return shop.dataset(shop.group(group), "INTERACTIONS", Shop.INTERACTIONS);
  }

  /** The dataset with the rows of {@code csv}, imported. */
  public String imported(String group, String csv) {
    String dataset = interactions(group);
    fill(dataset, group, csv, ImportMode.FULL);
    return dataset;
  }

  /** Imports rows into a dataset, by a job of that name. */
  public void fill(String dataset, String name, String csv, ImportMode mode) {
    objects.put("shop", name + ".csv", csv);
    String location = "s3://shop/" + name + ".csv";
    DatasetImportJob job = importAs(FolderOfObjects.READER, dataset, location, name, mode);
    if (!job.status().equals("ACTIVE")) {
      throw new AssertionError(job.failureReason());
    }
  }

  /** A full import, once it has ended. */
  public DatasetImportJob importAs(String role, String dataset, String location, String name) {
    return importAs(role, dataset, location, name, ImportMode.FULL);
  }

  /** An import, once it has ended. */
  public DatasetImportJob importAs(
      String role, String dataset, String location, String name, ImportMode mode) {
    String arn =
        control()
            .createDatasetImportJob(
                in ->
                    in.jobName(name)
                        .datasetArn(dataset)
                        .dataSource(source -> source.dataLocation(location))
                        .importMode(mode)
                        .roleArn(role))
            .datasetImportJobArn();
    ControlPlane.await(true, () -> ended(job(arn).status()));
    return job(arn);
  }

  private DatasetImportJob job(String arn) {
    return control().describeDatasetImportJob(in -> in.datasetImportJobArn(arn)).datasetImportJob();
  }

  /** A solution of the dataset's group. */
  public String solution(String dataset, String name, String recipe, Map<String, String> settings) {
    String arn =
        control()
            .createSolution(
                in ->
                    in.name(name)
                        .datasetGroupArn(group(dataset))
                        .recipeArn(RECIPES + recipe)
                        .eventType(settings.get("eventType"))
                        .performAutoTraining(false))
            .solutionArn();
    ControlPlane.await(
        "ACTIVE", () -> control().describeSolution(in -> in.solutionArn(arn)).solution().status());
    return arn;
  }

  public static String group(String dataset) {
    String[] parts = dataset.split("/");
    return parts[0].replace(":dataset", ":dataset-group") + "/" + parts[1];
  }

  /** A new version of a solution, once its training has ended. */
  public SolutionVersion trained(String solution) {
    String arn =
        control().createSolutionVersion(in -> in.solutionArn(solution)).solutionVersionArn();
    ControlPlane.await(true, () -> ended(version(arn).status()));
    return version(arn);
  }

  public SolutionVersion version(String arn) {
    return control().describeSolutionVersion(in -> in.solutionVersionArn(arn)).solutionVersion();
  }

  /** A campaign of a new version of a new solution. */
  public String campaign(String dataset, String name, String recipe) {
    SolutionVersion version = trained(solution(dataset, name, recipe, Map.of()));
    if (!version.status().equals("ACTIVE")) {
      throw new AssertionError(version.failureReason());
    }
    String arn =
        control()
            .createCampaign(
                in ->
                    in.name(name)
                        .solutionVersionArn(version.solutionVersionArn())
                        .minProvisionedTPS(1))
            .campaignArn();
    ControlPlane.await(
        "ACTIVE", () -> control().describeCampaign(in -> in.campaignArn(arn)).campaign().status());
    return arn;
  }

  /** Deletes a dataset's group and all that is in it and built on it. */
  public void deleteAll(String dataset) {
    PersonalizeClient client = control();
    String group = group(dataset);
    client
        .listCampaigns(in -> {})
        .campaigns()
        .forEach(campaign -> client.deleteCampaign(in -> in.campaignArn(campaign.campaignArn())));
    ControlPlane.await(true, () -> client.listCampaigns(in -> {}).campaigns().isEmpty());
    client
        .listSolutions(in -> in.datasetGroupArn(group))
        .solutions()
        .forEach(solution -> client.deleteSolution(in -> in.solutionArn(solution.solutionArn())));
    ControlPlane.await(
        true, () -> client.listSolutions(in -> in.datasetGroupArn(group)).solutions().isEmpty());
    client
        .listEventTrackers(in -> in.datasetGroupArn(group))
        .eventTrackers()
        .forEach(
            tracker ->
                client.deleteEventTracker(in -> in.eventTrackerArn(tracker.eventTrackerArn())));
    ControlPlane.await(
        true,
        () -> client.listEventTrackers(in -> in.datasetGroupArn(group)).eventTrackers().isEmpty());
    client.deleteDataset(in -> in.datasetArn(dataset));
    ControlPlane.await(
        true, () -> client.listDatasets(in -> in.datasetGroupArn(group)).datasets().isEmpty());
    client.deleteDatasetGroup(in -> in.datasetGroupArn(group));
    ControlPlane.await(true, () -> client.listDatasetGroups(in -> {}).datasetGroups().isEmpty());
    client
        .listSchemas(in -> {})
        .schemas()
        .forEach(schema -> client.deleteSchema(in -> in.schemaArn(schema.schemaArn())));
  }

  private static boolean ended(String status) {
    return status.equals("ACTIVE") || status.equals("CREATE FAILED");
  }

  /**
   * Interactions of users who walk round a ring of 30 items, one step at a time, now and then two:
   * what comes next is clear to whoever looks at the order.
   */
  public static String ring(int users) {
    StringBuilder csv = new StringBuilder("USER_ID,ITEM_ID,EVENT_TYPE,TIMESTAMP\n");
    for (int user = 0; user < users; user++) {
      int item = user;
      for (int step = 0; step < 40; step++) {
        csv.append(
            "u%d,i%02d,click,%d%n".formatted(user, item % 30, 1_700_000_000L + 60L * step + user));
        item += (step * 7 + user) % 11 == 0 ? 2 : 1;
      }
    }
    return csv.toString();
  }

  @Override
  public void close() {
    plane.close();
  }
}
