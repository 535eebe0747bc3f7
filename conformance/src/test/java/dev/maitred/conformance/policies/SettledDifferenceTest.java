package dev.maitred.conformance.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SettledDifferenceTest {
  private static final String ROOT =
      "{'principal':'root','action':'s3:ListBucket','resource':'arn:aws:s3:::films','owner':'111122223333'}";

  private static SettledDifference rule(String traits) {
    String json =
        "[{'name':'n','guide':'g','ours':'allowed','traits':%s,'without':['layer resource'],"
            + "'example':{'ours':'allowed','oracle':'implicitDeny','case':%s}}]";
    return SettledDifference.read(json.formatted(traits, ROOT).replace('\'', '"')).getFirst();
  }

  private static Disagreement disagreement(Verdict ours, String more) {
    String json = (ROOT.substring(0, ROOT.length() - 1) + more + "}").replace('\'', '"');
    return new Disagreement(PolicyCase.parse(json), ours, Verdict.IMPLICIT_DENY, "");
  }

  @TestFactory
  Stream<DynamicTest> whatIsSettledIsStillSo() throws IOException {
    List<SettledDifference> all = SettledDifference.all();
    return all.stream()
        .map(
            difference ->
                DynamicTest.dynamicTest(
                    difference.name(),
                    () -> {
                      Disagreement example = difference.example();
                      assertThat(example.given().verdict()).isEqualTo(example.ours());
                      assertThat(all.stream().filter(each -> each.covers(example)).findFirst())
                          .contains(difference);
                    }));
  }

  @Test
  void coversCasesOfItsTraits() {
    assertThat(rule("['caller root']").covers(disagreement(Verdict.ALLOWED, ""))).isTrue();
    assertThat(rule("['caller root','NotAction']").covers(disagreement(Verdict.ALLOWED, "")))
        .isFalse();
  }

  @Test
  void coversTheVerdictsThatItNamesOnly() {
    assertThat(rule("['caller root']").covers(disagreement(Verdict.EXPLICIT_DENY, ""))).isFalse();
  }

  @Test
  void leavesOutWhatItExcludes() {
    String policy =
        ",'resourcePolicy':{'Version':'2012-10-17','Statement':[{'Effect':'Allow',"
            + "'Principal':'*','Action':'*','Resource':'*'}]}";
    assertThat(rule("['caller root']").covers(disagreement(Verdict.ALLOWED, policy))).isFalse();
  }
}
