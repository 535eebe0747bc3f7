package dev.maitred.iam.accesskey;

import dev.maitred.iam.operation.IamErrors;
import dev.maitred.iam.operation.IamHandler;
import dev.maitred.iam.operation.Lookup;
import dev.maitred.iam.operation.Page;
import dev.maitred.iam.operation.Quota;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.MasterKey;
import dev.maitred.iam.store.StoredKey;
import dev.maitred.iam.store.StoredKey.LastUse;
import dev.maitred.iam.store.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyResponse;

/** Access keys of users and of the root user, at most two each. */
public final class AccessKeys implements IamHandler {
  private final IamStore store;
  private final MasterKey masterKey;

  public AccessKeys(IamStore store, MasterKey masterKey) {
    this.store = store;
    this.masterKey = masterKey;
  }

  /**
   * Whose keys an operation is about.
   *
   * @param id a user's unique id, or the account for the root user
   * @param name the user's name, null for the root user
   */
  private record Owner(String id, @Nullable String name) {}

  @Override
  public CreateAccessKeyResponse createAccessKey(CreateAccessKeyRequest in) {
    NewKey key = NewKey.draw();
    Owner owner = store.write(tables -> insert(tables, owner(tables, in.userName()), key));
    return CreateAccessKeyResponse.builder()
        .accessKey(
            AccessKey.builder()
                .userName(owner.name())
                .accessKeyId(key.id())
                .secretAccessKey(key.secret())
                .status("Active")
                .createDate(Lookup.now())
                .build())
        .build();
  }

  private Owner insert(Tables tables, Owner owner, NewKey key) {
    Quota.ACCESS_KEYS_PER_USER.requireRoom(tables.accessKeys().of(owner.id()).size());
    tables.accessKeys().insert(key.sealed(masterKey, owner.id(), Lookup.now()));
    return owner;
  }

  @Override
  public ListAccessKeysResponse listAccessKeys(ListAccessKeysRequest in) {
    return store.read(
        tables -> {
          Owner owner = owner(tables, in.userName());
          List<StoredKey> keys = tables.accessKeys().of(owner.id());
          Page<StoredKey> page = Page.of(keys, StoredKey::id, in.marker(), in.maxItems());
          return ListAccessKeysResponse.builder()
              .accessKeyMetadata(page.map(key -> metadata(owner, key)))
              .isTruncated(page.isTruncated())
              .marker(page.marker())
              .build();
        });
  }

  private static AccessKeyMetadata metadata(Owner owner, StoredKey key) {
    return AccessKeyMetadata.builder()
        .userName(owner.name())
        .accessKeyId(key.id())
        .status(key.status())
        .createDate(key.created())
        .build();
  }

  @Override
  public UpdateAccessKeyResponse updateAccessKey(UpdateAccessKeyRequest in) {
    store.change(
        tables ->
            tables
                .accessKeys()
                .setStatus(key(tables, in.userName(), in.accessKeyId()), in.statusAsString()));
    return UpdateAccessKeyResponse.builder().build();
  }

  @Override
  public DeleteAccessKeyResponse deleteAccessKey(DeleteAccessKeyRequest in) {
    store.change(
        tables -> tables.accessKeys().delete(key(tables, in.userName(), in.accessKeyId())));
    return DeleteAccessKeyResponse.builder().build();
  }

  @Override
  public GetAccessKeyLastUsedResponse getAccessKeyLastUsed(GetAccessKeyLastUsedRequest in) {
    return store.read(
        tables -> {
          StoredKey key =
              tables
                  .accessKeys()
                  .find(in.accessKeyId())
                  .orElseThrow(() -> IamErrors.noSuchAccessKey(in.accessKeyId()));
          return GetAccessKeyLastUsedResponse.builder()
              .userName(nameOf(tables, key))
              .accessKeyLastUsed(lastUsed(key))
              .build();
        });
  }

  private static @Nullable String nameOf(Tables tables, StoredKey key) {
    return tables.identities().byId(key.owner()).map(user -> user.name()).orElse(null);
  }

  private static AccessKeyLastUsed lastUsed(StoredKey key) {
    return key.lastUse()
        .map(AccessKeys::shown)
        .orElseGet(() -> AccessKeyLastUsed.builder().region("N/A").serviceName("N/A").build());
  }

  private static AccessKeyLastUsed shown(LastUse use) {
    return AccessKeyLastUsed.builder()
        .lastUsedDate(use.time())
        .region(use.region())
        .serviceName(use.service())
        .build();
  }

  private Owner owner(Tables tables, @Nullable String given) {
    if (Lookup.meansRoot(given)) {
      return new Owner(store.account(), null);
    }
    var user = Lookup.user(tables, Lookup.userName(given));
    return new Owner(user.id(), user.name());
  }

  private StoredKey key(Tables tables, @Nullable String userName, String id) {
    Owner owner = owner(tables, userName);
    return tables
        .accessKeys()
        .find(id)
        .filter(key -> key.owner().equals(owner.id()))
        .orElseThrow(() -> IamErrors.noSuchAccessKey(id));
  }
}
