package dev.maitred.server.evaluate;

import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.server.dataset.DataSet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a recipe and says of each item it recommends to a user which past items carried it. */
@Command(
    name = "explain-recommendation",
    description =
        "Trains a recipe on your data and says why it recommends a user what it recommends.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ExplainRecommendationCommand implements Callable<Integer> {
  private static final int REASONS = 5;

  @Option(
      names = "--data",
      paramLabel = "DIR|FILE",
      required = true,
      description = "The data, as for evaluate; titles are those of the folder's items.csv.")
  private Path data = Path.of("");

  @Option(names = "--user", paramLabel = "ID", required = true, description = "The user.")
  private String user = "";

  @Option(
      names = "--item",
      paramLabel = "ID",
      description = "Explain this item, wherever it stands, instead of the best.")
  private Optional<String> item = Optional.empty();

  @Option(
      names = "--recipe",
      paramLabel = "NAME",
      description = "The recipe, by name or ARN (default: the one for personalization).")
  private Optional<String> recipe = Optional.empty();

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many items (default: 5).")
  private int top;

  @Option(names = "--repeats", description = "Items that the user had may be recommended again.")
  private boolean repeats;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The seed of all chance (default: 1).")
  private long seed;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Choice.requirePositive("--top", top);
    Recipe chosen = recipe.map(Choice::recipe).orElseGet(Choice::personal);
    requireItems(chosen);
    DataSet set = DataSet.read(data, seed);
    set.doubt().ifPresent(err()::println);
    int number = number(set.users(), user, "user");
    int[] history = set.data().events().history(number);
    Optional<Integer> asked = item.map(id -> number(set.items(), id, "item"));
    Recommender model = train(chosen, set);
    Query query = query(history);
    int[] explained =
        asked.map(one -> new int[] {one}).orElseGet(() -> model.recommend(query).items());
    List<String> titles = Arrays.stream(history).mapToObj(set.titles()::get).toList();
    for (int one : explained) {
      System.out.println(set.titles().get(one));
      System.out.println(
          "  "
              + company(chosen, titles)
              + Because.words(model.explain(query, one), titles, REASONS));
    }
    return 0;
  }

  /** Of a list that was asked for with one item, which that was. */
  private static String company(Recipe recipe, List<String> titles) {
    return recipe.type() == RecipeType.RELATED_ITEMS && !titles.isEmpty()
        ? "as company of %s, the user's last item, ".formatted(titles.getLast())
        : "";
  }

  private Query query(int[] history) {
    Query query = Query.ofHistory(history, top);
    return (history.length == 0 ? query : query.at(history[history.length - 1]))
        .where(one -> repeats || Arrays.stream(history).noneMatch(had -> had == one));
  }

  private static void requireItems(Recipe recipe) {
    if (recipe.type() != RecipeType.USER_PERSONALIZATION
        && recipe.type() != RecipeType.POPULAR_ITEMS
        && recipe.type() != RecipeType.RELATED_ITEMS) {
      throw new Impossible("%s does not recommend items to a user.".formatted(recipe.name()));
    }
  }

  private Recommender train(Recipe recipe, DataSet set) {
    var progress = new ProgressLine(err(), recipe.name(), System.console() != null);
    try {
      return recipe.train(set.data(), Choice.settings(recipe, Map.of(), seed), progress);
    } finally {
      progress.end();
    }
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec, "picocli sets it").commandLine().getErr();
  }

  private int number(List<String> ids, String id, String what) {
    int number = ids.indexOf(id);
    if (number < 0) {
      throw new Impossible(
          "There is no %s `%s` in `%s`; there are, for example, %s."
              .formatted(
                  what, id, data, String.join(", ", ids.subList(0, Math.min(3, ids.size())))));
    }
    return number;
  }
}
