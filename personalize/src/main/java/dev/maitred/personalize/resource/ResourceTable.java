package dev.maitred.personalize.resource;

import dev.maitred.wire.shape.ShapeJson;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** The table of resources inside one transaction. Belongs to the thread of that transaction. */
public final class ResourceTable {
  private final Handle handle;

  public ResourceTable(Handle handle) {
    this.handle = handle;
  }

  /** The transaction, for what must happen together with the table's changes. */
  public Handle handle() {
    return handle;
  }

  /** The tags of this transaction. */
  public Tags tags() {
    return new Tags(handle);
  }

  /**
   * Adds a resource.
   *
   * @param parent the ARN that list operations filter by and deletion rules ask for: the dataset
   *     group of a dataset or a solution, the solution of a version or a campaign, the dataset of
   *     an import; null for what stands by itself
   * @throws dev.maitred.wire.AwsError ResourceAlreadyExistsException
   */
  public <T extends SdkPojo> void insert(
      Kind<T> kind, String arn, String name, @Nullable String parent, T shape) {
    if (exists(arn)) {
      throw PersonalizeErrors.resourceAlreadyExists(arn);
    }
    Place place = Place.of(arn);
    handle
        .createUpdate(
            """
            insert into personalize_resource (arn, kind, region, account, name, parent, document)
            values (:arn, :kind, :region, :account, :name, :parent, :document)""")
        .bind("arn", arn)
        .bind("kind", kind.noun())
        .bind("region", place.region())
        .bind("account", place.account())
        .bind("name", name)
        .bind("parent", parent)
        .bind("document", ShapeJson.write(shape))
        .execute();
  }

  public <T extends SdkPojo> Optional<T> find(Kind<T> kind, String arn) {
    Query query =
        handle
            .createQuery(
                "select document from personalize_resource where arn = :arn and kind = :kind")
            .bind("arn", arn)
            .bind("kind", kind.noun());
    return documents(query, kind).findOne();
  }

  /**
   * The resource of {@code arn}.
   *
   * @throws dev.maitred.wire.AwsError ResourceNotFoundException, also for one of another kind
   */
  public <T extends SdkPojo> T require(Kind<T> kind, String arn) {
    return find(kind, arn).orElseThrow(() -> PersonalizeErrors.resourceNotFound(arn));
  }

  /** The kind of the resource of {@code arn}, if there is one. */
  public Optional<Kind<?>> kind(String arn) {
    return handle
        .createQuery("select kind from personalize_resource where arn = :arn")
        .bind("arn", arn)
        .mapTo(String.class)
        .findOne()
        .flatMap(Kind::called);
  }

  /**
   * Replaces a resource by what {@code change} makes of it, and gives that back.
   *
   * @throws dev.maitred.wire.AwsError ResourceNotFoundException
   */
  public <T extends SdkPojo> T update(Kind<T> kind, String arn, UnaryOperator<T> change) {
    T changed = change.apply(require(kind, arn));
    handle
        .createUpdate("update personalize_resource set document = :document where arn = :arn")
        .bind("document", ShapeJson.write(changed))
        .bind("arn", arn)
        .execute();
    return changed;
  }

  /** Removes a resource and its tags; nothing happens if it is not there. */
  public void delete(String arn) {
    handle.execute("delete from personalize_resource where arn = ?", arn);
  }

  /** The resources of {@code kind} whose parent is {@code parent}, oldest first. */
  public <T extends SdkPojo> List<T> children(Kind<T> kind, String parent) {
    Query query =
        handle
            .createQuery(
                """
                select document from personalize_resource
                where parent = :parent and kind = :kind order by number""")
            .bind("parent", parent)
            .bind("kind", kind.noun());
    return documents(query, kind).list();
  }

  /** All resources of {@code kind} in {@code place}, oldest first. */
  public <T extends SdkPojo> List<T> all(Kind<T> kind, Place place) {
    return rows(kind, new Listing(place, Optional.empty(), Integer.MAX_VALUE, Optional.empty()))
        .stream()
        .map(Row::shape)
        .toList();
  }

  /** All resources of {@code kind}, wherever they are, oldest first. */
  public <T extends SdkPojo> List<T> every(Kind<T> kind) {
    Query query =
        handle
            .createQuery(
                "select document from personalize_resource where kind = :kind order by number")
            .bind("kind", kind.noun());
    return documents(query, kind).list();
  }

  /**
   * A page of a listing, oldest first.
   *
   * @throws dev.maitred.wire.AwsError InvalidNextTokenException
   */
  public <T extends SdkPojo> Page<T> list(Kind<T> kind, Listing listing) {
    List<Row<T>> rows = rows(kind, listing);
    boolean more = rows.size() > listing.maxResults();
    List<Row<T>> shown = more ? rows.subList(0, listing.maxResults()) : rows;
    return new Page<>(
        shown.stream().map(Row::shape).toList(),
        more ? listing.tokens(kind).after(shown.getLast().number()) : null);
  }

  private record Row<T>(long number, T shape) {}

  /** The rows of a listing, one more than its page if there are that many. */
  private <T extends SdkPojo> List<Row<T>> rows(Kind<T> kind, Listing listing) {
    return handle
        .createQuery(
            """
            select number, document from personalize_resource
            where kind = :kind and account = :account and region = :region
              and (:parent is null or parent = :parent) and number > :start
            order by number limit :limit""")
        .bind("kind", kind.noun())
        .bind("account", listing.place().account())
        .bind("region", listing.place().region())
        .bind("parent", listing.parent().orElse(null))
        .bind("start", listing.tokens(kind).start(listing.nextToken()))
        .bind("limit", listing.maxResults() + 1L)
        .map(
            (row, context) ->
                new Row<>(
                    row.getLong("number"), ShapeJson.read(kind.shape(), row.getString("document"))))
        .list();
  }

  private boolean exists(String arn) {
    return kind(arn).isPresent();
  }

  private static <T extends SdkPojo> ResultIterable<T> documents(Query query, Kind<T> kind) {
    return query.mapTo(String.class).map(json -> ShapeJson.read(kind.shape(), json));
  }
}
