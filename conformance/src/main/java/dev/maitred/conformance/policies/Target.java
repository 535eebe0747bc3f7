package dev.maitred.conformance.policies;

import java.util.List;
import java.util.Locale;

/** An operation and what it is done to. */
record Target(String action, String resource) {
  private static final String CAMPAIGN =
      "arn:aws:personalize:us-east-1:" + Caller.ACCOUNT + ":campaign/films";
  private static final String EVERYTHING = "*";

  static final Target ASSUME_ROLE =
      new Target("sts:AssumeRole", "arn:aws:iam::" + Caller.ACCOUNT + ":role/films");

  static final List<Target> ALL =
      List.of(
          new Target("personalize:DescribeCampaign", CAMPAIGN),
          new Target("personalize:GetRecommendations", CAMPAIGN),
          new Target("personalize:DeleteCampaign", CAMPAIGN),
          new Target("personalize:ListCampaigns", EVERYTHING),
          new Target("personalize:DescribeRecipe", "arn:aws:personalize:::recipe/aws-sims"),
          new Target("s3:GetObject", "arn:aws:s3:::films/analyst/2026.csv"),
          new Target("s3:PutObject", "arn:aws:s3:::films/team a/x+y(1).csv"),
          new Target("s3:ListBucket", "arn:aws:s3:::films"),
          new Target("s3:ListAllMyBuckets", EVERYTHING),
          new Target("iam:GetUser", "arn:aws:iam::" + Caller.ACCOUNT + ":user/staff/analyst"),
          new Target("iam:PassRole", "arn:aws:iam::" + Caller.ACCOUNT + ":role/films"),
          new Target("iam:ListUsers", EVERYTHING),
          new Target("sqs:SendMessage", "arn:aws:sqs:us-east-1:" + Caller.ACCOUNT + ":films"),
          new Target("sns:Publish", "arn:aws:sns:us-east-1:" + Caller.ACCOUNT + ":films"),
          new Target(
              "dynamodb:GetItem", "arn:aws:dynamodb:us-east-1:" + Caller.ACCOUNT + ":table/films"),
          new Target(
              "lambda:InvokeFunction",
              "arn:aws:lambda:us-east-1:" + Caller.ACCOUNT + ":function:films"),
          new Target(
              "ec2:StartInstances",
              "arn:aws:ec2:us-east-1:" + Caller.ACCOUNT + ":instance/i-0123456789abcdef0"),
          new Target("ec2:DescribeInstances", EVERYTHING),
          ASSUME_ROLE);

  boolean hasResource() {
    return !resource.equals(EVERYTHING);
  }

  /** The same in another account, where the resource's name says one. */
  Target in(String account) {
    return new Target(action, resource.replace(Caller.ACCOUNT, account));
  }

  /** Texts for {@code Action} that mean this operation, mean more, or mean something else. */
  List<String> actions() {
    int colon = action.indexOf(':');
    String service = action.substring(0, colon);
    String name = action.substring(colon + 1);
    String verb = name.replaceFirst("(?<=.)[A-Z].*", "");
    return List.of(
        action,
        action,
        "*",
        service + ":*",
        service + ":" + verb + "*",
        service + ":*" + name.substring(verb.length()),
        service + ":" + verb.charAt(0) + "?" + name.substring(2),
        service + ":*" + verb.charAt(1) + "*" + name.charAt(name.length() - 1),
        service.toUpperCase(Locale.ROOT) + ":" + name.toLowerCase(Locale.ROOT),
        service + ":Tag*",
        service + ":" + name + "?",
        "cloudwatch:*",
        "kms:Decrypt");
  }

  /** Texts for {@code Resource}, likewise. */
  List<String> resources() {
    if (!hasResource()) {
      return List.of("*", "*", "*", "arn:aws:s3:::films", "arn:aws:*:*:*:*");
    }
    String[] parts = resource.split(":", 6);
    String name = parts[5];
    String head = resource.substring(0, resource.length() - name.length());
    String service = "arn:aws:" + parts[2];
    String type = name.contains("/") ? name.substring(0, name.indexOf('/') + 1) : "";
    return List.of(
        resource,
        resource,
        "*",
        "*",
        service + ":*:*:*",
        service + ":*:*:" + name,
        head + "*",
        head + type + "*",
        head + type + "fil*",
        head + name.substring(0, name.length() - 1) + "?",
        head + name.replaceFirst("films|analyst", "\\${aws:username}"),
        head + name.replaceFirst("films", "\\${aws:PrincipalTag/team}"),
        head + name.replaceFirst("films", "\\${aws:PrincipalTag/team, 'films'}"),
        head + name.replaceFirst("films", "\\${aws:TagKeys}"),
        head + name.replaceFirst("films", "f\\${*}"),
        head + name.toUpperCase(Locale.ROOT),
        service.replace("aws", "AWS") + ":" + parts[3] + ":" + parts[4] + ":" + name,
        head + "*" + name.substring(name.length() - 3),
        head + "other",
        "arn:aws:s3:::${aws:username}/*",
        service + ":*",
        service,
        "arn:*:" + parts[2] + ":*:" + Caller.ACCOUNT + ":*");
  }
}
