package dev.maitred.iam.store;

import java.util.Locale;

/** The three kinds of IAM identity. */
public enum Kind {
  USER("AIDA"),
  GROUP("AGPA"),
  ROLE("AROA");

  private final String idPrefix;

  Kind(String idPrefix) {
    this.idPrefix = idPrefix;
  }

  /** The four letters that unique ids of this kind start with. */
  public String idPrefix() {
    return idPrefix;
  }

  /** The word for it in ARNs and in messages, such as {@code user}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word as a message starts with it, such as {@code User}. */
  public String title() {
    return name().charAt(0) + word().substring(1);
  }

  /** The ARN of an identity of this kind. */
  public String arn(String account, String path, String name) {
    return "arn:aws:iam::" + account + ":" + word() + path + name;
  }
}
