package dev.maitred.conformance.policies;

import java.util.List;

/**
 * A condition key and the values that requests bring.
 *
 * @param values of a request; odd ones, too
 */
record ConditionKey(String name, Kind kind, List<String> values) {

  /** What kind of values a key has, and what policies compare them with. */
  enum Kind {
    STRING(
        List.of(
            "StringEquals",
            "StringNotEquals",
            "StringEqualsIgnoreCase",
            "StringNotEqualsIgnoreCase",
            "StringLike",
            "StringNotLike",
            "BinaryEquals"),
        List.of(
            "films",
            "FILMS",
            "f*",
            "*",
            "?ilms",
            "",
            "analyst",
            "o-1",
            "us-*",
            "music",
            "${aws:username}",
            "${aws:PrincipalTag/team}",
            "${aws:PrincipalTag/team, 'films'}",
            "${aws:TagKeys}",
            "${*}",
            "f${*}",
            "ZmlsbXM=")),
    LIST(
        STRING.operators,
        List.of("team", "cost", "Team", "t*", "*", "", "${aws:PrincipalTag/team}")),
    ARN(
        List.of("ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"),
        List.of(
            "arn:aws:iam::111122223333:user/analyst",
            "arn:aws:iam::111122223333:role/ml/*",
            "arn:aws:iam::111122223333:*",
            "arn:aws:*:*:*:*",
            "arn:*:iam::*:role/*",
            "arn:aws:iam::111122223333:user/${aws:username}",
            "arn:aws:s3:::${aws:PrincipalTag/team}",
            "arn:aws:s3:::fil?s",
            "arn:aws:S3:::films",
            "arn:aws:sns:us-east-1:111122223333:*",
            "arn:aws:s3*",
            "films",
            "*")),
    BOOL(List.of("Bool"), List.of("true", "false", "TRUE", "yes", "${aws:SecureTransport}")),
    NUMERIC(
        List.of(
            "NumericEquals",
            "NumericNotEquals",
            "NumericLessThan",
            "NumericLessThanEquals",
            "NumericGreaterThan",
            "NumericGreaterThanEquals"),
        List.of("300", "300.0", "299.5", "0", "-1", "3600", "3e2", "ten", "300s", "")),
    DATE(
        List.of(
            "DateEquals",
            "DateNotEquals",
            "DateLessThan",
            "DateLessThanEquals",
            "DateGreaterThan",
            "DateGreaterThanEquals"),
        List.of(
            "2026-01-01T09:00:00Z",
            "2026-01-01T10:00:00+01:00",
            "2026-01-01",
            "2026-01",
            "2026",
            "2026-01-01T09:00Z",
            "2026-01-01T09:00:00",
            "2026-01-01T09:00:00.5Z",
            "2030-12-31T23:59:59Z",
            "1767258000",
            "1767258001")),
    IP(
        List.of("IpAddress", "NotIpAddress"),
        List.of(
            "10.1.2.3",
            "10.1.2.3/32",
            "10.1.0.0/16",
            "10.1.2.0/24",
            "0.0.0.0/0",
            "192.0.2.0/25",
            "2001:db8::/32",
            "2001:db8::1",
            "2001:DB8:0:0::1",
            "::/0",
            "10.1.2.3/24",
            "somewhere"));

    private final List<String> operators;
    private final List<String> written;

    Kind(List<String> operators, List<String> written) {
      this.operators = operators;
      this.written = written;
    }

    List<String> operators() {
      return operators;
    }

    /** The values that policies have. */
    List<String> written() {
      return written;
    }
  }

  /** Those that a caller does not bring by being who it is. */
  static final List<ConditionKey> OF_REQUESTS =
      List.of(
          new ConditionKey(
              "aws:PrincipalTag/team", Kind.STRING, List.of("films", "films", "Films", "f*", "")),
          new ConditionKey("aws:ResourceTag/team", Kind.STRING, List.of("films", "music", "")),
          new ConditionKey("aws:RequestTag/cost", Kind.STRING, List.of("films", "42")),
          new ConditionKey("aws:PrincipalOrgID", Kind.STRING, List.of("o-1", "o-2")),
          new ConditionKey("aws:RequestedRegion", Kind.STRING, List.of("us-east-1", "eu-west-1")),
          new ConditionKey("aws:UserAgent", Kind.STRING, List.of("films", "curl/8", "ZmlsbXM=")),
          new ConditionKey("aws:TagKeys", Kind.LIST, List.of("team", "cost", "Team", "")),
          new ConditionKey(
              "aws:CalledVia", Kind.LIST, List.of("athena.amazonaws.com", "team", "cost")),
          new ConditionKey(
              "aws:SourceArn",
              Kind.ARN,
              List.of(
                  "arn:aws:s3:::films",
                  "arn:aws:sns:us-east-1:111122223333:films",
                  "arn:aws:s3:::*",
                  "films")),
          new ConditionKey("aws:SecureTransport", Kind.BOOL, List.of("true", "false", "True")),
          new ConditionKey("aws:MultiFactorAuthPresent", Kind.BOOL, List.of("true", "false")),
          new ConditionKey("aws:ViaAWSService", Kind.BOOL, List.of("false", "maybe")),
          new ConditionKey(
              "aws:MultiFactorAuthAge", Kind.NUMERIC, List.of("300", "299", "3600.5", "long")),
          new ConditionKey(
              "aws:CurrentTime",
              Kind.DATE,
              List.of("2026-01-01T09:00:00Z", "2026-01-01T10:00:00+01:00")),
          new ConditionKey("aws:EpochTime", Kind.DATE, List.of("1767258000", "1767258001")),
          new ConditionKey(
              "aws:SourceIp",
              Kind.IP,
              List.of(
                  "10.1.2.3", "10.1.2.3", "192.0.2.200", "2001:db8::1", "2001:db8:1::", "here")),
          new ConditionKey("aws:VpcSourceIp", Kind.IP, List.of("10.1.2.3", "10.2.0.1")));

  /** Those that a caller brings by being who it is. */
  static final List<ConditionKey> OF_CALLERS =
      List.of(
          new ConditionKey("aws:username", Kind.STRING, List.of()),
          new ConditionKey("aws:PrincipalArn", Kind.ARN, List.of()),
          new ConditionKey("aws:PrincipalAccount", Kind.STRING, List.of()),
          new ConditionKey("aws:PrincipalType", Kind.STRING, List.of()),
          new ConditionKey("aws:TokenIssueTime", Kind.DATE, List.of()));
}
