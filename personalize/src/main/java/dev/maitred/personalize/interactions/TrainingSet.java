package dev.maitred.personalize.interactions;

import dev.maitred.recommend.TrainingData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a model is trained on.
 *
 * @param users the ids of the users, by number
 * @param items the ids of the items, by number
 * @param actions the ids of the actions, by number
 * @param data the events, what is known of users and items, how often items were shown in explicit
 *     impressions without being taken, and what users did about actions
 * @param profiles what is known of every user of the Users dataset, with events or without
 * @param lastEvent the number of the last streamed event among the events
 */
public record TrainingSet(
    List<String> users,
    List<String> items,
    List<String> actions,
    TrainingData data,
    Profiles.Rows profiles,
    long lastEvent) {
  public TrainingSet {
    users = List.copyOf(users);
    items = List.copyOf(items);
    actions = List.copyOf(actions);
  }

  /** Writes the users' ids for {@link Dictionary#open}. */
  public void writeUsers(Path path) throws IOException {
    Dictionary.write(path, users);
  }

  /** Writes the items' ids for {@link Dictionary#open}. */
  public void writeItems(Path path) throws IOException {
    Dictionary.write(path, items);
  }

  /** Writes the actions' ids for {@link Dictionary#open}. */
  public void writeActions(Path path) throws IOException {
    Dictionary.write(path, actions);
  }

  /** Writes what the users did last for {@link Histories#open}. */
  public void writeHistories(Path path) throws IOException {
    Histories.write(path, data.events(), lastEvent);
  }

  /** Writes what the users did about actions for {@link ActionHistories#open}. */
  public void writeActionHistories(Path path) throws IOException {
    ActionHistories.write(path, data.actions());
  }

  /** Writes what is known of the users for {@link Profiles#open}. */
  public void writeProfiles(Path folder) throws IOException {
    Profiles.write(folder, profiles);
  }
}
