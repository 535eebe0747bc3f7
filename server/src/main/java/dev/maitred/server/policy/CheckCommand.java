package dev.maitred.server.policy;

import dev.maitred.policy.validate.MalformedPolicyDocument;
import dev.maitred.policy.validate.PolicyValidator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Says of each file whether IAM would store it. A finding is one line, {@code FILE:LINE:COLUMN:
 * MESSAGE}, as compilers write it.
 */
@Command(
    name = "check",
    description = "Says whether IAM would store the policies in the files, and if not, why.",
    mixinStandardHelpOptions = true,
    footer = {"", "Exit code: 0 if all files are fine, 1 if one is not."})
final class CheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.")
  private List<Path> files = List.of();

  @Option(names = "--trust", description = "Check them as trust policies of roles.")
  private boolean trust;

  @Override
  public Integer call() {
    int broken = 0;
    for (Path path : files) {
      PolicyFile file = PolicyFile.read(path);
      Optional<MalformedPolicyDocument> finding = finding(file.text());
      System.out.println(finding.map(found -> line(path, found)).orElse(path + ": fine"));
      broken += finding.isPresent() ? 1 : 0;
    }
    return broken == 0 ? 0 : 1;
  }

  private Optional<MalformedPolicyDocument> finding(String json) {
    return trust
        ? PolicyValidator.trustPolicy(json, principal -> true)
        : PolicyValidator.identityPolicy(json);
  }

  private static String line(Path file, MalformedPolicyDocument finding) {
    StringBuilder line = new StringBuilder(file.toString());
    finding
        .position()
        .ifPresent(at -> line.append(':').append(at.line()).append(':').append(at.column()));
    line.append(": ").append(finding.message());
    finding.detail().ifPresent(detail -> line.append(' ').append(detail));
    if (!finding.path().isEmpty()) {
      line.append(" (at ").append(finding.path()).append(')');
    }
    return line.toString();
  }
}
