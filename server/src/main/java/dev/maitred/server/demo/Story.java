package dev.maitred.server.demo;

import dev.maitred.server.MaitredServer;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The whole story, chapter by chapter. */
final class Story {
  private static final String RECIPE = "aws-user-personalization";
  private static final String BASELINE = "aws-popularity-count";

  private final MaitredServer server;
  private final Clients root;
  private final Catalogue catalogue;
  private final Narrator narrator;

  Story(MaitredServer server, Clients root, Catalogue catalogue, Narrator narrator) {
    this.server = server;
    this.root = root;
    this.catalogue = catalogue;
    this.narrator = narrator;
  }

  /** Tells it all and gives the campaign's ARN. */
  String tell() {
    String bucket = "maitred-demo-" + server.account();
    People people;
    try (IamClient iam = root.iam()) {
      people = People.invite(iam, server.account(), bucket, narrator);
    }
    people.addTo(server.credentialsFile());
    Clients admin = root.with(people.admin());
    Pantry pantry = stock(admin, bucket, people.roleArn());
    Model model = learn(admin, pantry.datasetGroupArn());
    Answers answers = new Answers(admin, catalogue, narrator);
    String campaign = answers.deploy(model.versionArn());
    answers.recommend(campaign);
    answers.listen(campaign, pantry.datasetGroupArn());
    new Refusal(root.with(people.analyst()), new Extras(root), narrator).show(campaign);
    return campaign;
  }

  private Pantry stock(Clients admin, String bucket, String roleArn) {
    try (S3Client s3 = admin.s3();
        PersonalizeClient personalize = admin.personalize()) {
      Pantry.upload(s3, bucket, catalogue, narrator);
      return Pantry.fill(personalize, bucket, roleArn, narrator);
    }
  }

  private Model learn(Clients admin, String datasetGroupArn) {
    try (PersonalizeClient personalize = admin.personalize()) {
      TrainingProgress progress = new TrainingProgress(new Extras(root));
      narrator.step("admin trains a solution version of " + RECIPE);
      Model model =
          Model.train(personalize, progress, "movies", RECIPE, datasetGroupArn, narrator::tell);
      narrator.step("admin trains " + BASELINE + " on the same data, to compare");
      Model baseline =
          Model.train(personalize, progress, "popular", BASELINE, datasetGroupArn, narrator::tell);
      narrator.step("The offline metrics, on 10 % of the users, held out of the training");
      narrator.tell(new Metrics(model.metrics(), baseline.metrics()).table());
      return model;
    }
  }
}
