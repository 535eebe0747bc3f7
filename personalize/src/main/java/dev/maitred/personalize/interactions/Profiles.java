package dev.maitred.personalize.interactions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the Users dataset says of each of its users as of a training, by column.
 *
 * <p>Two files that are mapped into memory: the ids as a {@link Dictionary}, and for each of them a
 * JSON object as text. Immutable, safe for use by many threads.
 */
public final class Profiles {
  private static final TypeReference<Map<String, String>> BY_COLUMN = new TypeReference<>() {};

  private final Dictionary ids;
  private final TextFile profiles;

  private Profiles(Dictionary ids, TextFile profiles) {
    this.ids = ids;
    this.profiles = profiles;
  }

  /**
   * What is to be written.
   *
   * @param ids in the order of their UTF-8 bytes, each once
   * @param profiles for each id a JSON object of texts
   */
  record Rows(List<String> ids, List<String> profiles) {
    static final Rows NONE = new Rows(List.of(), List.of());
  }

  /** Writes the two files to a folder. */
  static void write(Path folder, Rows rows) throws IOException {
    Dictionary.write(ids(folder), rows.ids());
    TextFile.write(profiles(folder), rows.profiles());
  }

  /** Opens the files that {@link #write} wrote; they stay open while anybody holds this. */
  public static Profiles open(Path folder) throws IOException {
    return new Profiles(Dictionary.open(ids(folder)), TextFile.open(profiles(folder)));
  }

  /** What is known of a user: by column, in the schema's letters, without those that are empty. */
  public Map<String, String> of(String user) {
    int number = ids.number(user);
    return number < 0 ? Map.of() : JsonMapper.shared().readValue(profiles.text(number), BY_COLUMN);
  }

  private static Path ids(Path folder) {
    return folder.resolve("profile-users");
  }

  private static Path profiles(Path folder) {
    return folder.resolve("profiles");
  }
}
