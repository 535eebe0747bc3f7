package dev.maitred.personalize.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.personalize.FolderOfObjects;
import dev.maitred.personalize.Learner;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.personalize.model.DatasetImportJob;
import software.amazon.awssdk.services.personalize.model.ImportMode;

class DatasetImportJobsTest {
  @TempDir Path dir;
  private Learner learner;

  @BeforeEach
  void open() {
    learner = new Learner(dir);
  }

  @AfterEach
  void close() {
    learner.close();
  }

  @Test
  void importsTheFirstLevelOfAFolder() {
    String dataset = learner.interactions("shop");
    learner.objects().put("shop", "in/a.csv", Learner.ring(30));
    learner.objects().put("shop", "in/b.csv", Learner.ring(40));
    learner.objects().put("shop", "in/deeper/c.csv", "not even a header");

    DatasetImportJob job = importFrom("s3://shop/in/", dataset, "one");

    assertThat(job.status()).isEqualTo("ACTIVE");
    assertThat(job.importMode()).isEqualTo(ImportMode.FULL);
    assertThat(rows()).isEqualTo(40 * 40);
    assertThat(learner.control().listDatasetImportJobs(in -> in.datasetArn(dataset)))
        .extracting(list -> list.datasetImportJobs().getFirst().jobName())
        .isEqualTo("one");
  }

  @Test
  void failsForARoleThatMayNotRead() {
    String dataset = learner.interactions("shop");
    learner.objects().put("shop", "a.csv", Learner.ring(30));

    DatasetImportJob job =
        learner.importAs(FolderOfObjects.STRANGER, dataset, "s3://shop/a.csv", "one");

    assertThat(job.status()).isEqualTo("CREATE FAILED");
    assertThat(job.failureReason())
        .isEqualTo(
            "Insufficient privileges for accessing data in Amazon S3. "
                + "not authorized to perform: s3:ListBucket");
  }

  @Test
  void keepsTheOldRowsWhenAnImportFails() {
    String dataset = learner.imported("shop", Learner.ring(30));
    learner.objects().put("shop", "bad.csv", Learner.ring(30) + "u1,i1,click,now\n");

    DatasetImportJob job = importFrom("s3://shop/bad.csv", dataset, "two");

    assertThat(job.failureReason())
        .isEqualTo(
            "Input CSV has 1 row that is not valid: s3://shop/bad.csv, line 1202,"
                + " column TIMESTAMP: \"now\" is not a whole number of 64 bits");
    assertThat(rows()).isEqualTo(1200);
  }

  @Test
  void replacesRowsInFullModeAndAddsToThemInIncrementalMode() {
    String dataset = learner.imported("shop", Learner.ring(30));
    learner.objects().put("shop", "more.csv", Learner.ring(26));

    learner.importAs(
        FolderOfObjects.READER, dataset, "s3://shop/more.csv", "two", ImportMode.INCREMENTAL);
    assertThat(rows()).isEqualTo(1200 + 1040);

    importFrom("s3://shop/more.csv", dataset, "three");
    assertThat(rows()).isEqualTo(1040);
  }

  @Test
  void refusesWhatCannotWork() {
    String dataset = learner.interactions("shop");

    assertThatThrownBy(() -> importFrom("https://shop/a.csv", dataset, "one"))
        .hasMessage("Invalid Data location.");
    assertThatThrownBy(
            () ->
                learner.importAs(
                    "arn:aws:iam::111122223333:role/other", dataset, "s3://shop/a.csv", "one"))
        .hasMessageContaining("cannot assume the role arn:aws:iam::111122223333:role/other");
    assertThatThrownBy(
            () ->
                learner.importAs(
                    FolderOfObjects.READER,
                    dataset,
                    "s3://shop/a.csv",
                    "one",
                    ImportMode.INCREMENTAL))
        .hasMessageContaining("must have importMode FULL");
  }

  @Test
  void failsWithoutTheObject() {
    String dataset = learner.interactions("shop");

    assertThat(importFrom("s3://shop/nowhere.csv", dataset, "one").failureReason())
        .isEqualTo("Cannot read s3://shop/nowhere.csv: The specified key does not exist.");
  }

  private DatasetImportJob importFrom(String location, String dataset, String name) {
    return learner.importAs(FolderOfObjects.READER, dataset, location, name);
  }

  /** The bulk rows that count. */
  private long rows() {
    return learner
        .plane()
        .database()
        .read(h -> h.createQuery("select sum(rows) from personalize_bulk").mapTo(Long.class).one());
  }
}
