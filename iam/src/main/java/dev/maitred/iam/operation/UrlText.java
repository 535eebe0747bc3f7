package dev.maitred.iam.operation;

import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Policy documents as IAM's answers carry them: percent-encoded as in RFC 3986. */
public final class UrlText {
  private UrlText() {}

  public static String encode(String document) {
    return SdkHttpUtils.urlEncode(document);
  }
}
