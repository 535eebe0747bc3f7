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
    return extras.get(path).map(JsonMapper.shared()::readTree).flatMap(this::news);
  }

  private Optional<String> news(JsonNode progress) {
    String line = line(progress);
    if (line.equals(last)) {
      return Optional.empty();
    }
    last = line;
    return Optional.of(line + left(progress));
  }

  private static String line(JsonNode progress) {
    return "%3.0f %%  %s"
        .formatted(100 * progress.path("fraction").asDouble(), progress.path("text").asString());
  }

  private static String left(JsonNode progress) {
    return progress.has("secondsLeft")
        ? ", about %d s left".formatted(progress.path("secondsLeft").asLong())
        : "";
  }
}
