package dev.maitred.personalize.recipe;

import static java.util.stream.Collectors.toMap;

import dev.maitred.personalize.recipe.KnownParameter.Stage;
import dev.maitred.personalize.recipe.KnownParameter.Type;
import dev.maitred.personalize.resource.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.personalize.model.Algorithm;
import software.amazon.awssdk.services.personalize.model.DefaultCategoricalHyperParameterRange;
import software.amazon.awssdk.services.personalize.model.DefaultContinuousHyperParameterRange;
import software.amazon.awssdk.services.personalize.model.DefaultHyperParameterRanges;
import software.amazon.awssdk.services.personalize.model.DefaultIntegerHyperParameterRange;
import software.amazon.awssdk.services.personalize.model.FeatureTransformation;
import software.amazon.awssdk.services.personalize.model.Recipe;
import software.amazon.awssdk.services.personalize.model.RecipeSummary;

/** Known recipes as AWS's shapes. */
final class RecipeShapes {
  /** The day Personalize became generally available; AWS's own dates are not published. */
  private static final Instant CREATED = Instant.parse("2019-06-10T00:00:00Z");

  private RecipeShapes() {}

  static Recipe recipe(KnownRecipe known) {
    return Recipe.builder()
        .name(known.name())
        .recipeArn(known.arn())
        .algorithmArn(known.algorithm().map(RecipeArns::algorithm).orElse(null))
        .featureTransformationArn(
            known.featureTransformation().map(RecipeArns::featureTransformation).orElse(null))
        .recipeType(known.recipeType().orElse(null))
        .description(known.description())
        .status(Status.ACTIVE)
        .creationDateTime(CREATED)
        .lastUpdatedDateTime(CREATED)
        .build();
  }

  static RecipeSummary summary(KnownRecipe known) {
    return RecipeSummary.builder()
        .name(known.name())
        .recipeArn(known.arn())
        .domain(known.domain().orElse(null))
        .status(Status.ACTIVE)
        .creationDateTime(CREATED)
        .lastUpdatedDateTime(CREATED)
        .build();
  }

  static Algorithm algorithm(String name, KnownRecipe known) {
    List<KnownParameter> parameters = known.hyperparameters(Stage.ALGORITHM);
    return Algorithm.builder()
        .name(name)
        .algorithmArn(RecipeArns.algorithm(name))
        .defaultHyperParameters(defaults(parameters))
        .defaultHyperParameterRanges(ranges(parameters))
        .creationDateTime(CREATED)
        .lastUpdatedDateTime(CREATED)
        .build();
  }

  /** A transformation has the parameters of every recipe that uses it. */
  static FeatureTransformation transformation(String name, List<KnownRecipe> users) {
    List<KnownParameter> parameters =
        users.stream().flatMap(user -> user.hyperparameters(Stage.FEATURIZATION).stream()).toList();
    return FeatureTransformation.builder()
        .name(name)
        .featureTransformationArn(RecipeArns.featureTransformation(name))
        .defaultParameters(defaults(parameters))
        .status(Status.ACTIVE)
        .creationDateTime(CREATED)
        .lastUpdatedDateTime(CREATED)
        .build();
  }

  private static Map<String, String> defaults(List<KnownParameter> parameters) {
    return parameters.stream()
        .collect(
            toMap(
                KnownParameter::name,
                KnownParameter::defaultValue,
                (first, again) -> first,
                LinkedHashMap::new));
  }

  private static DefaultHyperParameterRanges ranges(List<KnownParameter> parameters) {
    return DefaultHyperParameterRanges.builder()
        .integerHyperParameterRanges(each(parameters, Type.INTEGER, RecipeShapes::integer))
        .continuousHyperParameterRanges(each(parameters, Type.CONTINUOUS, RecipeShapes::continuous))
        .categoricalHyperParameterRanges(each(parameters, Type.CATEGORICAL, RecipeShapes::category))
        .build();
  }

  private static <R> List<R> each(
      List<KnownParameter> parameters, Type type, Function<KnownParameter, R> range) {
    Stream<KnownParameter> mine = parameters.stream().filter(known -> known.type() == type);
    return mine.map(range).toList();
  }

  private static DefaultIntegerHyperParameterRange integer(KnownParameter known) {
    return DefaultIntegerHyperParameterRange.builder()
        .name(known.name())
        .minValue(known.min().map(Double::intValue).orElse(null))
        .maxValue(known.max().map(Double::intValue).orElse(null))
        .isTunable(known.tunable())
        .build();
  }

  private static DefaultContinuousHyperParameterRange continuous(KnownParameter known) {
    return DefaultContinuousHyperParameterRange.builder()
        .name(known.name())
        .minValue(known.min().orElse(null))
        .maxValue(known.max().orElse(null))
        .isTunable(known.tunable())
        .build();
  }

  private static DefaultCategoricalHyperParameterRange category(KnownParameter known) {
    return DefaultCategoricalHyperParameterRange.builder()
        .name(known.name())
        .values(known.values())
        .isTunable(known.tunable())
        .build();
  }
}
