package dev.maitred.policy.properties;

import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Small worlds in which policies and requests meet often enough to matter. */
final class Generated {
  private static final Arbitrary<String> ACTIONS =
      Arbitraries.of(
          "*",
          "personalize:*",
          "personalize:Describe*",
          "PERSONALIZE:describecampaign",
          "personalize:*Campaign",
          "personalize:D?scribe*",
          "personalize:Delete*",
          "iam:*",
          "iam:GetUser",
          "p*:DescribeCampaign",
          "personalize:*e*e*",
          "personalize: Describe");

  private static final Arbitrary<String> RESOURCES =
      Arbitraries.of(
          "*",
          "arn:aws:personalize:*:*:campaign/*",
          "arn:aws:personalize:*:*:*",
          "arn:aws:personalize:us-east-1:111122223333:campaign/films",
          "arn:aws:personalize:*:*:campaign/${aws:username}",
          "arn:aws:personalize:*:*:campaign/${aws:username, 'films'}",
          "arn:aws:personalize:*:*:campaign/f${*}",
          "arn:aws:personalize:*:*:c*/f*s",
          "arn:aws:Personalize:US-*:*:campaign/film?",
          "arn:aws:s3:::*",
          "arn:aws:personalize:*",
          "arn:aws:personalize",
          "arn:aws:${aws:username}:::x",
          "arn:aws:personalize:::recipe/*");

  private static final Arbitrary<String> OPERATORS =
      Arbitraries.of(
          "StringEquals",
          "StringNotEquals",
          "StringEqualsIgnoreCase",
          "StringNotEqualsIgnoreCase",
          "StringLike",
          "StringNotLike",
          "NumericEquals",
          "NumericNotEquals",
          "NumericLessThan",
          "NumericLessThanEquals",
          "NumericGreaterThan",
          "NumericGreaterThanEquals",
          "Bool",
          "ArnLike",
          "ArnNotEquals");

  private static final Arbitrary<String> KEYS =
      Arbitraries.of("aws:username", "aws:TagKeys", "x:n", "x:arn", "x:bool", "x:absent", "x:none");

  private static final Arbitrary<String> VALUES =
      Arbitraries.of(
          "films",
          "Films",
          "f*",
          "*",
          "",
          "10",
          "10.0",
          "9",
          "true",
          "FALSE",
          "${aws:username}",
          "${x:absent}",
          "${x:absent, 'films'}",
          "${*}",
          "arn:aws:s3:::b/*",
          "arn:aws:s3:::b/k",
          "arn:*:s3:::${aws:username}",
          "team",
          "cost");

  private Generated() {}

  static Arbitrary<String> policies() {
    Arbitrary<String> version = Arbitraries.of("2012-10-17", "2012-10-17", "2008-10-17");
    return Combinators.combine(version, statements())
        .as(
            (v, list) ->
                "{\"Version\":\"" + v + "\",\"Statement\":[" + String.join(",", list) + "]}");
  }

  static Arbitrary<List<String>> statements() {
    return statement(Arbitraries.of("Allow", "Allow", "Deny")).list().ofMinSize(1).ofMaxSize(4);
  }

  static Arbitrary<String> statement(Arbitrary<String> effects) {
    return Combinators.combine(
            effects,
            listing("Action", "NotAction", ACTIONS),
            listing("Resource", "NotResource", RESOURCES),
            conditions())
        .as("{\"Effect\":\"%s\",%s,%s,\"Condition\":{%s}}"::formatted);
  }

  private static Arbitrary<String> listing(String name, String not, Arbitrary<String> entries) {
    return Combinators.combine(Arbitraries.of(name, name, name, not), strings(entries))
        .as((element, list) -> "\"" + element + "\":" + list);
  }

  private static Arbitrary<String> strings(Arbitrary<String> values) {
    return values.list().ofMaxSize(3).map(Generated::array);
  }

  private static String array(List<String> values) {
    return values.isEmpty() ? "[]" : "[\"" + String.join("\",\"", values) + "\"]";
  }

  private static Arbitrary<String> conditions() {
    Arbitrary<String> condition =
        Combinators.combine(
                Arbitraries.of("", "", "ForAllValues:", "ForAnyValue:"),
                OPERATORS,
                Arbitraries.of("", "", "IfExists"),
                KEYS,
                strings(VALUES))
            .as(
                (set, op, end, key, values) ->
                    "\"%s%s%s\":{\"%s\":%s}".formatted(set, op, end, key, values));
    Arbitrary<String> absence =
        Combinators.combine(KEYS, Arbitraries.of("true", "false"))
            .as("\"Null\":{\"%s\":\"%s\"}"::formatted);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(6, Arbitraries.just("")),
        net.jqwik.api.Tuple.of(6, condition),
        net.jqwik.api.Tuple.of(1, absence));
  }

  static Arbitrary<Request> requests() {
    Arbitrary<String> actions =
        Arbitraries.of(
            "personalize:DescribeCampaign",
            "personalize:DeleteCampaign",
            "iam:GetUser",
            "Personalize:Describecampaign");
    Arbitrary<String> resources =
        Arbitraries.of(
            "*",
            "arn:aws:personalize:us-east-1:111122223333:campaign/films",
            "arn:aws:personalize:us-east-1:111122223333:campaign/f*",
            "arn:aws:personalize:::recipe/aws-sims",
            "arn:aws:s3:::b/k");
    return Combinators.combine(actions, resources, contexts()).as(Generated::request);
  }

  private static Request request(String action, String resource, Context context) {
    return Request.of(
        new Principal.User("arn:aws:iam::111122223333:user/films", "111122223333", "AIDA"),
        action,
        resource,
        context);
  }

  private static Arbitrary<Context> contexts() {
    return Combinators.combine(
            Arbitraries.of(List.of("films"), List.of("Films"), List.of("*"), List.of("")),
            Arbitraries.of("team", "cost", "films", "").list().ofMaxSize(3),
            Arbitraries.of("9", "10", "11.5", "ten"),
            Arbitraries.of("arn:aws:s3:::b/k", "arn:aws:s3:::films", "k"),
            Arbitraries.of("true", "false", "maybe"),
            Arbitraries.of(true, false))
        .as(
            (user, tags, n, arn, bool, named) -> {
              Map<String, List<String>> values =
                  new java.util.HashMap<>(
                      Map.of(
                          "aws:TagKeys",
                          tags,
                          "x:n",
                          List.of(n),
                          "x:arn",
                          List.of(arn),
                          "x:bool",
                          List.of(bool),
                          "x:none",
                          List.of()));
              if (named) {
                values.put("aws:username", user);
              }
              return Context.of(values);
            });
  }
}
