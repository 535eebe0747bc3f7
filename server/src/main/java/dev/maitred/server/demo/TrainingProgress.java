package dev.maitred.server.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How far a training is, from {@code GET /maitred/progress/ARN}; each state of it is told once. */
final class TrainingProgress {
  private final Extras extras;
  private String last = "";

  TrainingProgress(Extras extras) {
    this.extras = extras;
  }

  /** One line about the training of the solution version, if there is something new to tell. */
  Optional<String> news(String versionArn) {
    String path = "/maitred/progress/" + URLEncoder.encode(versionArn, StandardCharsets.UTF_8);
    Optional<String> now = extras.get(path).map(TrainingProgress::line);
    Optional<String> news = now.filter(line -> !line.equals(last));
    news.ifPresent(line -> last = line);
    return news;
  }

  private static String line(String json) {
    JsonNode progress = JsonMapper.shared().readTree(json);
    return "%3.0f %%  %s"
        .formatted(100 * progress.path("fraction").asDouble(), progress.path("text").asString());
  }
}
