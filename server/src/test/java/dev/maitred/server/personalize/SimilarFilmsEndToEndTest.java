package dev.maitred.server.personalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.server.Cinema;
import dev.maitred.server.RunningServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.personalize.model.RankingInfluenceType;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.personalizeruntime.model.PredictedItem;

/** The recipes of related items that go by what items look like, over the socket. */
class SimilarFilmsEndToEndTest {
  @RegisterExtension static final RunningServer server = new RunningServer();

  private static Cinema cinema;

  @BeforeAll
  static void open() {
    cinema = Cinema.open(server.root(), server.account()).withFilms();
  }

  @Test
  void findsCompanyOfAFilmThatNobodyHasWatchedByItsMetadata() {
    String campaign = cinema.campaign("aws-similar-items");

    assertThat(ask(campaign, "sea", 5)).hasSize(5).allMatch(SimilarFilmsEndToEndTest::isAtSea);
    assertThat(ask(campaign, "hills", 5)).hasSize(5).noneMatch(SimilarFilmsEndToEndTest::isAtSea);
    assertThat(ask(campaign, "i10", 3)).containsAnyOf("i9", "i11");
  }

  @Test
  void findsWhatReadsAlikeAndLetsACampaignFavourWhatIsNew() {
    String version = cinema.version("aws-semantic-similarity", settings -> {});
    String plain = cinema.campaign(version, "plain", settings -> {});
    String fresh =
        cinema.campaign(
            version,
            "fresh",
            settings ->
                settings.campaignConfig(
                    c -> c.rankingInfluence(Map.of(RankingInfluenceType.FRESHNESS, 1.0))));

    assertThat(ask(plain, "i3", 20)).hasSize(20).allMatch(SimilarFilmsEndToEndTest::isAtSea);
    assertThat(ask(plain, "i3", 1)).isNotEqualTo(List.of("sea"));
    assertThat(ask(fresh, "i3", 1)).isEqualTo(List.of("sea"));
  }

  private static boolean isAtSea(String film) {
    return film.equals("sea") || film.matches("i1?\\d");
  }

  private static List<String> ask(String campaign, String item, int count) {
    try (PersonalizeRuntimeClient runtime = server.root().runtime()) {
      return runtime
          .getRecommendations(r -> r.campaignArn(campaign).itemId(item).numResults(count))
          .itemList()
          .stream()
          .map(PredictedItem::itemId)
          .toList();
    }
  }
}
