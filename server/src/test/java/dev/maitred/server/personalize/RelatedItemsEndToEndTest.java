package dev.maitred.server.personalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.server.RunningServer;
import dev.maitred.server.SmallShop;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.personalizeruntime.model.InvalidInputException;
import software.amazon.awssdk.services.personalizeruntime.model.PredictedItem;

/** Company of an item, over the socket. */
class RelatedItemsEndToEndTest {
  @RegisterExtension static final RunningServer server = new RunningServer();

  private static SmallShop shop;

  @BeforeAll
  static void open() {
    shop = SmallShop.open(server.root(), server.account(), "aws-sims");
  }

  @Test
  void recommendsNeighboursInTheChainsWithoutScores() {
    List<PredictedItem> company = ask("i20");

    assertThat(company).hasSize(8).allMatch(item -> item.score() == null);
    assertThat(company).extracting(PredictedItem::itemId).contains("i19", "i21");
  }

  @Test
  void recommendsPopularItemsForOneThatItDoesNotKnow() {
    assertThat(ask("no such item")).hasSize(8);
  }

  @Test
  void refusesWhatOtherRecipesAreAskedFor() {
    try (PersonalizeRuntimeClient runtime = server.root().runtime()) {
      assertThatThrownBy(
              () ->
                  runtime.getPersonalizedRanking(
                      r -> r.campaignArn(shop.campaignArn()).userId("u1").inputList("i1", "i2")))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(
              "GetPersonalizedRanking is not for campaigns of the recipe aws-sims");
      assertThatThrownBy(
              () -> runtime.getRecommendations(r -> r.campaignArn(shop.campaignArn()).userId("u1")))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("itemId is missing");
    }
  }

  @Test
  void isMeasured() {
    try (PersonalizeClient personalize = server.root().personalize()) {
      assertThat(
              personalize
                  .getSolutionMetrics(r -> r.solutionVersionArn(shop.solutionVersionArn()))
                  .metrics())
          .containsKeys("coverage", "normalized_discounted_cumulative_gain_at_10");
    }
  }

  private static List<PredictedItem> ask(String item) {
    try (PersonalizeRuntimeClient runtime = server.root().runtime()) {
      return runtime
          .getRecommendations(r -> r.campaignArn(shop.campaignArn()).itemId(item).numResults(8))
          .itemList();
    }
  }
}
