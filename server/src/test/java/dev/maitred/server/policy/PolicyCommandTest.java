package dev.maitred.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.server.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PolicyCommandTest {
  private static final String READING =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Sid": "Reading", "Effect": "Allow", "Action": "personalize:Describe*", "Resource": "*"},
        {"Effect": "Allow", "Action": "iam:GetUser",
         "Resource": "arn:aws:iam::*:user/${aws:username}"},
        {"Sid": "Inside", "Effect": "Deny", "Action": "*", "Resource": "*",
         "Condition": {"NotIpAddressIfExists": {"aws:SourceIp": ["10.0.0.0/8", "192.0.2.0/24"]},
                       "Null": {"aws:SourceIp": "false"}}}]}
      """;
  private static final String LISTING =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "personalize:List*", "Resource": "*"}]}
      """;

  private static final String GRANTING =
      """
      {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
        "Principal": {"AWS": "arn:aws:iam::123456789012:user/somebody"}, "Action": "personalize:DeleteCampaign", "Resource": "*"}}
      """;

  @TempDir Path dir;
  private final PrintStream standardOutput = System.out;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void listen() throws IOException {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    Files.writeString(dir.resolve("reading.json"), READING);
    Files.writeString(dir.resolve("listing.json"), LISTING);
    Files.writeString(dir.resolve("granting.json"), GRANTING);
  }

  @AfterEach
  void stop() {
    System.setOut(standardOutput);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --action personalize:DescribeCampaign                              | 0 | allowed by identity-based policy DIR/reading.json, statement 1 `Reading` (line 2)
          --action personalize:DeleteCampaign                                | 1 | implicitDeny because no identity-based policy allows the personalize:DeleteCampaign action
          --action personalize:DescribeCampaign --context aws:SourceIp=8.8.8.8  | 1 | explicitDeny by identity-based policy DIR/reading.json, statement 3 `Inside` (line 5)
          --action personalize:DescribeCampaign --context aws:SourceIp=10.1.1.1 | 0 | allowed by identity-based policy DIR/reading.json, statement 1 `Reading` (line 2)
          --action personalize:DescribeCampaign --boundary DIR/listing.json  | 1 | implicitDeny because no permissions boundary allows the personalize:DescribeCampaign action
          --action personalize:DescribeCampaign --session-policy DIR/listing.json | 1 | implicitDeny because no session policy allows the personalize:DescribeCampaign action
          --action personalize:DescribeCampaign --service-control DIR/listing.json | 1 | implicitDeny because no service control policy allows the personalize:DescribeCampaign action
          --action personalize:DescribeCampaign --resource-policy DIR/granting.json --resource-account 444455556666 | 1 | implicitDeny because no resource-based policy allows the personalize:DescribeCampaign action
          --action personalize:DeleteCampaign --resource-policy DIR/granting.json | 0 | allowed by resource-based policy, statement 1 (line 1)
          --action personalize:DeleteCampaign --resource-policy DIR/granting.json --principal anonymous | 1 | implicitDeny because no resource-based policy allows the personalize:DeleteCampaign action
          --action personalize:DescribeCampaign --resource-policy DIR/granting.json --resource arn:aws:iam::123456789012:role/r | 1 | implicitDeny because no role trust policy allows the personalize:DescribeCampaign action
          --action personalize:DescribeCampaign --principal personalize.amazonaws.com | 1 | implicitDeny because no resource-based policy allows the personalize:DescribeCampaign action
          --action personalize:ListCampaigns --policy DIR/listing.json       | 0 | allowed by identity-based policy DIR/listing.json, statement 1 (line 2)
          --action iam:GetUser --principal arn:aws:iam::111122223333:user/ada --resource arn:aws:iam::111122223333:user/ada | 0 | allowed by identity-based policy DIR/reading.json, statement 2 (line 3)
          --action iam:GetUser --principal arn:aws:iam::111122223333:user/ada --resource arn:aws:iam::111122223333:user/eve | 1 | implicitDeny because no identity-based policy allows the iam:GetUser action
          --action s3:GetObject --principal arn:aws:iam::111122223333:root   | 0 | allowed because the root user of an account needs no policy
          """)
  void simulatesInOneLine(String words, int code, String line) {
    assertThat(run("policy simulate --policy DIR/reading.json " + words)).isEqualTo(code);
    assertThat(out.toString().strip()).isEqualTo(line.replace("DIR", dir.toString()));
  }

  @Test
  void explainsEveryStatement() {
    String asked = "policy explain --policy DIR/reading.json --action personalize:DeleteCampaign";
    assertThat(run(asked)).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("Denied because nothing allows it: ")
        .contains("statement 1 `Reading`", "in the policy:  personalize:Describe*")
        .endsWith(
            """
            It would be allowed with:
              in an identity-based policy:
                {"Effect":"Allow","Action":"personalize:DeleteCampaign","Resource":"*"}
            """);
    out.reset();
    assertThat(run(asked + " --json")).isEqualTo(1);
    assertThat(out.toString())
        .contains("\"decision\":\"implicitDeny\"", "\"wouldAllow\":[{\"layer\":\"identity\"");
  }

  @Test
  void checksFilesAndNamesThePlace() throws IOException {
    Files.writeString(dir.resolve("bad.json"), READING.replace("\"Resource\": \"*\"},\n", "}\n"));
    assertThat(run("policy check DIR/reading.json DIR/listing.json")).isZero();
    assertThat(run("policy check DIR/reading.json DIR/bad.json")).isEqualTo(1);
    assertThat(out.toString()).contains("reading.json: fine", "bad.json:2:");
  }

  @Test
  void checksTrustPolicies() throws IOException {
    Files.writeString(
        dir.resolve("trust.json"),
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
          "Principal": {"Service": "personalize.amazonaws.com"}}]}
        """);
    assertThat(run("policy check DIR/trust.json")).isEqualTo(1);
    assertThat(run("policy check --trust DIR/trust.json")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          policy simulate --policy DIR/none.json --action s3:GetObject                      | 2 | none.json` can't be read: there is no
          policy simulate --policy DIR/reading.json --action s3:GetObject --context x       | 2 | The context `x` does not have the form KEY=VALUE.
          policy simulate --policy DIR/reading.json --action s3:GetObject --principal ada   | 2 | The principal `ada` is no ARN of IAM or STS, no service and not anonymous.
          policy simulate --policy DIR/reading.json --action s3:Get*                        | 2 | The action `s3:Get*` is no single action, such as s3:GetObject.
          policy simulate --policy DIR/reading.json --action s3:GetObject --resource films  | 2 | The resource `films` is neither an ARN nor *.
          policy simulate --policy DIR/reading.json --action s3:GetObject --resource-account 999999999999 | 2 | --resource-account needs a --resource-policy.
          policy simulate --policy DIR/reading.json --action s3:GetObject --resource-policy DIR/granting.json --resource-account 9 | 2 | The account `9` is not 12 digits.
          policy simulate --policy DIR/reading.json                                         | 2 | Missing required option: '--action=SERVICE:NAME'
          policy simulat --policy DIR/reading.json                                          | 2 | the nearest known one is `simulate`
          """)
  void refusesWhatItCanNotAsk(String words, int code, String says) {
    assertThat(run(words)).isEqualTo(code);
    assertThat(err.toString()).contains(says);
  }

  private int run(String words) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(words.replace("DIR", dir.toString()).split(" +"));
  }
}
