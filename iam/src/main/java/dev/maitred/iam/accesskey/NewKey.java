package dev.maitred.iam.accesskey;

import dev.maitred.iam.operation.UniqueId;
import dev.maitred.iam.store.MasterKey;
import dev.maitred.iam.store.StoredKey;
import java.time.Instant;
import java.util.Optional;

/** A long-term access key just drawn: the only moment at which its secret is in the open. */
public record NewKey(String id, String secret) {

  public static NewKey draw() {
    return new NewKey(UniqueId.accessKey("AKIA"), UniqueId.secret());
  }

  /** The key as it is stored for {@code owner}. */
  public StoredKey sealed(MasterKey masterKey, String owner, Instant created) {
    return new StoredKey(
        id, owner, "Active", created, masterKey.seal(id, secret), Optional.empty());
  }

  @Override
  public String toString() {
    return "NewKey[" + id + "]";
  }
}
