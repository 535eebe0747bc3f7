package dev.maitred.conformance.policies;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.maitred.conformance.oracle.IamSimulate;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What iam-simulate says of cases, asked through a pipe. */
final class IamSimulateOracle implements Oracle, AutoCloseable {
  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  IamSimulateOracle(IamSimulate installed) throws IOException {
    process = installed.run(IamSimulate.text(IamSimulateOracle.class, "ask.mjs"));
    questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
    answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  @Override
  public List<Answer> ask(List<PolicyCase> cases) throws IOException {
    Thread writer = Thread.startVirtualThread(() -> write(cases));
    List<Answer> answered = new ArrayList<>(cases.size());
    while (answered.size() < cases.size()) {
      answered.add(answer(answers.readLine()));
    }
    join(writer);
    return answered;
  }

  // Both pipes are short, and the other side stops reading while it can't write.
  private void write(List<PolicyCase> cases) {
    try {
      for (PolicyCase each : cases) {
        questions.write(each.question());
        questions.write('\n');
      }
      questions.flush();
    } catch (IOException _) {
      // The other side has ended, which is found out where its answers are read.
    }
  }

  private static Answer answer(@Nullable String line) throws IOException {
    if (line == null) {
      throw new IOException("iam-simulate ended before it had answered");
    }
    JsonNode json = JsonMapper.shared().readTree(line);
    return new Answer(Verdict.named(json.get("verdict").asString()), json.path("why").asString(""));
  }

  private static void join(Thread writer) throws IOException {
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking iam-simulate", e);
    }
  }

  // The process first: a writer that waits for it to read holds the pipe until it ends.
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
