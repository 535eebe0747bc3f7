package dev.maitred.objects.s3;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import software.amazon.awssdk.services.s3.model.Owner;

/** The account in the form in which S3 names owners: a canonical user id of 64 digits. */
public final class Account {
  private Account() {}

  /** The owner that stands for a 12-digit account, always the same. */
  public static Owner owner(String account) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("canonical user of " + account).getBytes(StandardCharsets.UTF_8));
      return Owner.builder().id(HexFormat.of().formatHex(hash)).build();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
