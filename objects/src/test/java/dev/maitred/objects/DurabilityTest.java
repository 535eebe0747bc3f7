package dev.maitred.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class DurabilityTest {
  @TempDir Path dir;

  @Test
  void keepsObjectsAcrossReopeningAndSweepsWhatBelongsToNone() throws IOException {
    try (Store store = Store.open(dir)) {
      S3Client s3 = store.client();
      s3.createBucket(in -> in.bucket("menus"));
      s3.putObject(in -> in.bucket("menus").key("lunch"), RequestBody.fromString("soup"));
    }
    String orphan = "ab".repeat(16);
    Files.writeString(dir.resolve("objects/blobs/ab").resolve(orphan), "renamed, never named");
    Files.writeString(dir.resolve("objects/incoming").resolve(orphan), "half writ");
    try (Store store = Store.open(dir)) {
      assertThat(store.files()).hasSize(1);
      assertThat(
              store.client().getObjectAsBytes(in -> in.bucket("menus").key("lunch")).asUtf8String())
          .isEqualTo("soup");
    }
  }
}
