package dev.maitred.objects.s3;

import dev.maitred.wire.shape.ShapeJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/**
 * A bucket's or an object's tags: the rules of <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html">object
 * tagging</a> and the two forms in which they come, a list or a query string.
 */
public final class TagSet {
  private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");
  private static final int MOST_OF_OBJECT = 10;
  private static final int MOST_OF_BUCKET = 50;
  private static final int MOST_KEY = 128;
  private static final int MOST_VALUE = 256;

  private TagSet() {}

  /** The tags that the header {@code x-amz-tagging} gives, such as {@code team=a&use=b%20c}. */
  public static List<Tag> parse(@Nullable String query) {
    List<Tag> tags = new ArrayList<>();
    for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      tags.add(Tag.builder().key(decode(key)).value(decode(value)).build());
    }
    return tags;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badEscape) {
      throw S3Errors.invalidArgument(
          "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query"
              + " parameters without tag name duplicates.",
          "x-amz-tagging",
          text);
    }
  }

  /** Gives the tags of an object back if they keep the rules and are no more than 10. */
  public static List<Tag> ofObject(List<Tag> tags) {
    return check(tags, MOST_OF_OBJECT);
  }

  /** Gives the tags of a bucket back if they keep the rules and are no more than 50. */
  public static List<Tag> ofBucket(List<Tag> tags) {
    return check(tags, MOST_OF_BUCKET);
  }

  private static List<Tag> check(List<Tag> tags, int most) {
    if (tags.size() > most) {
      throw S3Errors.tooManyTags(most);
    }
    Set<String> keys = new HashSet<>();
    for (Tag tag : tags) {
      check(tag);
      if (!keys.add(tag.key())) {
        throw S3Errors.invalidTag("Cannot provide multiple Tags with the same key");
      }
    }
    return tags;
  }

  private static void check(Tag tag) {
    String key = tag.key() == null ? "" : tag.key();
    String value = tag.value() == null ? "" : tag.value();
    if (key.isEmpty() || key.length() > MOST_KEY || !ALLOWED.matcher(key).matches()) {
      throw S3Errors.invalidTag("The TagKey you have provided is invalid");
    }
    if (value.length() > MOST_VALUE || !ALLOWED.matcher(value).matches()) {
      throw S3Errors.invalidTag("The TagValue you have provided is invalid");
    }
    if (key.startsWith("aws:")) {
      throw S3Errors.invalidTag("System tags cannot be added/updated by requester");
    }
  }

  /** The tags as the text of a column, null for none. */
  public static @Nullable String write(List<Tag> tags) {
    return tags.isEmpty() ? null : ShapeJson.write(Tagging.builder().tagSet(tags).build());
  }

  /** The tags that {@link #write} wrote. */
  public static List<Tag> read(Optional<String> column) {
    return column.map(text -> ShapeJson.read(Tagging.class, text).tagSet()).orElse(List.of());
  }
}
