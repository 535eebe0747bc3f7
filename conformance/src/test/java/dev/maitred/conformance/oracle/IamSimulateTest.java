package dev.maitred.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IamSimulateTest {
  private static JsonNode json(String file) throws Exception {
    return JsonMapper.shared().readTree(IamSimulate.text(IamSimulate.class, file));
  }

  @Test
  void everyPackageIsPinnedByVersionAndChecksum() throws Exception {
    JsonNode asked = json("package.json").get("dependencies");
    JsonNode locked = json("package-lock.json").get("packages");
    assertThat(asked.get("@cloud-copilot/iam-simulate").asString()).isEqualTo(IamSimulate.VERSION);
    assertThat(locked.size()).isEqualTo(asked.size() + 1);
    asked
        .properties()
        .forEach(
            each -> {
              JsonNode one = locked.get("node_modules/" + each.getKey());
              assertThat(one.get("version")).isEqualTo(each.getValue());
              assertThat(one.get("integrity").asString()).startsWith("sha512-");
            });
  }
}
