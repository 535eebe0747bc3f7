package dev.maitred.iam.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which secrets lie in the database: AES-256-GCM, a fresh 96-bit nonce each time,
 * bound to the name of what is sealed, so that a sealed secret moved to another row does not open.
 */
public final class MasterKey {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  private MasterKey(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** A new key, written to {@code file} with mode 600. */
  public static MasterKey create(Path file) {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    PrivateFile.write(file, key);
    return new MasterKey(key);
  }

  /** The key that {@link #create} wrote. */
  public static MasterKey read(Path file) {
    byte[] key = bytes(file);
    if (key.length != KEY_BYTES) {
      throw new IllegalStateException(
          file + " has " + key.length + " bytes; a master key has " + KEY_BYTES);
    }
    return new MasterKey(key);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the master key cannot be read, and without it no stored secret opens: " + file, e);
    }
  }

  /** Seals {@code secret} under the name {@code name}: nonce, ciphertext, tag. */
  public byte[] seal(String name, String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed =
        apply(Cipher.ENCRYPT_MODE, nonce, name, secret.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
  }

  /** Opens what {@link #seal} sealed under the same name. */
  public String open(String name, byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    byte[] rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
    return new String(apply(Cipher.DECRYPT_MODE, nonce, name, rest), StandardCharsets.UTF_8);
  }

  private byte[] apply(int mode, byte[] nonce, String name, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the secret of " + name + " does not open under this master key", e);
    }
  }
}
