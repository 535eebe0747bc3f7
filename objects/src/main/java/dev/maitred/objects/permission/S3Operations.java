package dev.maitred.objects.permission;

import dev.maitred.objects.object.ObjectTable;
import dev.maitred.objects.store.S3Store;
import dev.maitred.wire.access.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * What each operation of S3 requires of its caller, from <a
 * href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html">Actions,
 * resources, and condition keys for Amazon S3</a>.
 */
public final class S3Operations {
  private S3Operations() {}

  /** One row for every operation that is built. */
  public static List<Row<?>> rows(S3Store store, ObjectTable objects) {
    List<Row<?>> rows = new ArrayList<>();
    rows.addAll(BucketRows.rows());
    rows.addAll(new ObjectRows(store, objects).rows());
    return rows;
  }
}
