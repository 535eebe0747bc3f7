package dev.maitred.personalize.interactions;

import dev.maitred.personalize.bulk.Columns;
import java.util.List;
import java.util.Optional;

/**
 * The datasets that a training reads.
 *
 * @param interactions without it there are no events, and no minimum of them
 * @param items its items belong to the catalogue, whether they have events or not
 * @param users what is known of users, whether they have events or not
 * @param actions what can be suggested to users
 * @param actionInteractions what users did about actions
 */
public record TrainingSource(
    Optional<Table> interactions,
    Optional<Table> items,
    Optional<Table> users,
    Optional<Table> actions,
    Optional<Table> actionInteractions) {

  /**
   * One dataset.
   *
   * @param dataset its ARN
   * @param columns its schema
   * @param features the columns that training reads beside the ids
   */
  public record Table(String dataset, Columns columns, List<FeatureColumn> features) {
    public Table {
      features = List.copyOf(features);
    }
  }
}
