package dev.maitred.policy.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContextKeysTest {
  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "s3:${x:action}",
         "Resource": ["arn:aws:s3:::${aws:username}/${x:a}${x:b, 'none'}/${*}${?}${$}${}${x:open"],
         "Condition": {
           "StringLike": {"x:c": ["${x:d}", "${x:e}}", "}${x:f}"], "": "*"},
           "Null": {"AWS:UserName": "false"}}},
        {"Effect": "Deny", "NotAction": "*", "NotResource": "arn:aws:s3:::${x:g}"}]}""";

  @Test
  void areThoseOfConditionsAndVariables() {
    assertThat(ContextKeys.of(Document.parse(POLICY)))
        .containsExactly("AWS:UserName", "x:a", "x:b", "x:c", "x:d", "x:e", "x:f", "x:g");
  }

  @Test
  void areThoseOfConditionsAloneInTheOldVersion() {
    assertThat(ContextKeys.of(Document.parse(POLICY.replace("2012-10-17", "2008-10-17"))))
        .containsExactly("AWS:UserName", "x:c");
  }
}
