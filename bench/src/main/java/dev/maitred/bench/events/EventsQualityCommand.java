package dev.maitred.bench.events;

import dev.maitred.bench.Project;
import dev.maitred.bench.Report;
import dev.maitred.bench.events.Clicks.Click;
import dev.maitred.bench.process.Server;
import dev.maitred.bench.recommendations.Clients;
import dev.maitred.bench.recommendations.Shop;
import dev.maitred.personalize.interactions.Dictionary;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.recipe.Recommenders;
import dev.maitred.store.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import software.amazon.awssdk.services.personalizeevents.model.Event;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.personalizeruntime.model.PredictedItem;

/**
 * Feeds clicks that the model has not seen through PutEvents, asks GetRecommendations before each
 * one, and compares how many were foreseen with the same model asked offline: nothing may be lost
 * by serving.
 */
@Command(
    name = "events-quality",
    description = "Clicks through PutEvents: how many of the next are foreseen, online and off.",
    mixinStandardHelpOptions = true)
public final class EventsQualityCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      description = "CSV with USER_ID, ITEM_ID, TIMESTAMP and SPLIT (train or test), or gzip.")
  private Path data = Path.of("");

  @Option(names = "--sessions", defaultValue = "1000000", description = "At most so many sessions.")
  private int sessions;

  @Override
  public Integer call() throws Exception {
    Report report = Report.begin("events-quality", "events-quality --data " + data);
    Clicks clicks = Clicks.read(data);
    Map<String, List<Click>> coming = clicks.first(sessions);
    Path folder = Project.scratch();
    boolean equal;
    try (Server server = Server.start(folder.resolve("data"), Map.of())) {
      Clients root = Clients.root(server.endpoint(), server.data());
      Shop shop = Shop.open(root, server.account(), clicks.training(), 0);
      HitRate offline = offline(server.data().resolve("models"), coming);
      report.line("%,d sessions, %,d clicks to foresee", coming.size(), offline.asked());
      report.line("offline          HR@%d %.4f", HitRate.LIST, offline.share());
      long start = System.nanoTime();
      HitRate online = online(root, shop, coming);
      double seconds = (System.nanoTime() - start) / 1e9;
      report.line("through the API  HR@%d %.4f", HitRate.LIST, online.share());
      report.line("%.1f s, one client, client and server on the same machine", seconds);
      equal = online.equals(offline);
      report.line("%s", equal ? "equal" : "NOT EQUAL");
    } finally {
      Folders.delete(folder);
    }
    report.end();
    return equal ? 0 : 1;
  }

  private static HitRate offline(Path models, Map<String, List<Click>> sessions)
      throws IOException {
    Path model;
    try (Stream<Path> folders = Files.list(models)) {
      model = folders.findFirst().orElseThrow();
    }
    Recommender recommender = Recommenders.load(model.resolve("model"));
    Dictionary items = Dictionary.open(model.resolve("items"));
    HitRate rate = HitRate.NONE;
    for (List<Click> session : sessions.values()) {
      rate = rate.with(session, before -> answers(recommender, items, before));
    }
    return rate;
  }

  private static List<String> answers(
      Recommender recommender, Dictionary items, List<Click> before) {
    int[] history =
        before.stream()
            .map(Click::item)
            .mapToInt(items::number)
            .filter(item -> item >= 0)
            .toArray();
    int[] best = recommender.recommend(Query.ofHistory(history, HitRate.LIST)).items();
    return Arrays.stream(best).mapToObj(items::id).toList();
  }

  private static HitRate online(Clients root, Shop shop, Map<String, List<Click>> sessions) {
    try (PersonalizeClient personalize = root.personalize();
        PersonalizeEventsClient events = root.events();
        PersonalizeRuntimeClient runtime = root.runtime()) {
      String tracker =
          personalize
              .createEventTracker(r -> r.name("clicks").datasetGroupArn(shop.datasetGroupArn()))
              .trackingId();
      HitRate rate = HitRate.NONE;
      for (Map.Entry<String, List<Click>> session : sessions.entrySet()) {
        String user = session.getKey();
        rate =
            rate.with(
                session.getValue(),
                before -> {
                  put(events, tracker, user, before.getLast());
                  return ask(runtime, shop.campaignArn(), user);
                });
      }
      return rate;
    }
  }

  private static void put(
      PersonalizeEventsClient events, String tracker, String user, Click click) {
    Event event =
        Event.builder()
            .itemId(click.item())
            .eventType("click")
            .sentAt(Instant.ofEpochSecond(click.time()))
            .build();
    events.putEvents(r -> r.trackingId(tracker).userId(user).sessionId(user).eventList(event));
  }

  private static List<String> ask(PersonalizeRuntimeClient runtime, String campaign, String user) {
    return runtime
        .getRecommendations(r -> r.campaignArn(campaign).userId(user).numResults(HitRate.LIST))
        .itemList()
        .stream()
        .map(PredictedItem::itemId)
        .toList();
  }
}
