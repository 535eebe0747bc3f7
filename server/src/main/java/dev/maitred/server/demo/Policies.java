package dev.maitred.server.demo;

import java.util.List;
import java.util.stream.Collectors;

/** The policy documents of the story. */
final class Policies {
  static final String SERVICE = "personalize.amazonaws.com";

  private static final List<String> READ_ONLY_ACTIONS =
      List.of(
          "DescribeAlgorithm",
          "DescribeBatchInferenceJob",
          "DescribeBatchSegmentJob",
          "DescribeCampaign",
          "DescribeDataset",
          "DescribeDatasetExportJob",
          "DescribeDatasetGroup",
          "DescribeDatasetImportJob",
          "DescribeEventTracker",
          "DescribeFeatureTransformation",
          "DescribeFilter",
          "DescribeRecipe",
          "DescribeRecommender",
          "DescribeSchema",
          "DescribeSolution",
          "DescribeSolutionVersion",
          "GetSolutionMetrics",
          "ListBatchInferenceJobs",
          "ListBatchSegmentJobs",
          "ListCampaigns",
          "ListDatasetExportJobs",
          "ListDatasetGroups",
          "ListDatasetImportJobs",
          "ListDatasets",
          "ListEventTrackers",
          "ListFilters",
          "ListRecipes",
          "ListRecommenders",
          "ListSchemas",
          "ListSolutions",
          "ListSolutionVersions");

  private Policies() {}

  /**
   * Describe, List and Get of Personalize and nothing else: the read-only policy of Amazon's guide.
   */
  static String readOnly() {
    String actions =
        READ_ONLY_ACTIONS.stream()
            .map(action -> "\"personalize:" + action + "\"")
            .collect(Collectors.joining(",\n        "));
    return """
        {
          "Version": "2012-10-17",
          "Statement": [{
            "Effect": "Allow",
            "Action": [
              %s
            ],
            "Resource": "*"
          }]
        }
        """
        .formatted(actions);
  }

  /** All of Personalize, and passing one role to Personalize only. */
  static String fullAccess(String roleArn) {
    return """
        {
          "Version": "2012-10-17",
          "Statement": [
            {"Sid": "AllOfPersonalize", "Effect": "Allow", "Action": "personalize:*", "Resource": "*"},
            {
              "Sid": "PassTheRole", "Effect": "Allow", "Action": "iam:PassRole", "Resource": "%s",
              "Condition": {"StringEquals": {"iam:PassedToService": "%s"}}
            }
          ]
        }
        """
        .formatted(roleArn, SERVICE);
  }

  /** Everything with one bucket and what is in it. */
  static String bucketOwner(String bucket) {
    return """
        {
          "Version": "2012-10-17",
          "Statement": [{
            "Sid": "OneBucket", "Effect": "Allow", "Action": "s3:*",
            "Resource": ["arn:aws:s3:::%s", "arn:aws:s3:::%s/*"]
          }]
        }
        """
        .formatted(bucket, bucket);
  }

  /** Reading one bucket: what an import needs. */
  static String bucketReader(String bucket) {
    return """
        {
          "Version": "2012-10-17",
          "Statement": [{
            "Sid": "ReadTheData", "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"],
            "Resource": ["arn:aws:s3:::%s", "arn:aws:s3:::%s/*"]
          }]
        }
        """
        .formatted(bucket, bucket);
  }

  /** The trust policy that lets Personalize, acting for one account, assume a role. */
  static String trustPersonalize(String account) {
    return """
        {
          "Version": "2012-10-17",
          "Statement": [{
            "Effect": "Allow", "Principal": {"Service": "%s"}, "Action": "sts:AssumeRole",
            "Condition": {"StringEquals": {"aws:SourceAccount": "%s"}}
          }]
        }
        """
        .formatted(SERVICE, account);
  }
}
