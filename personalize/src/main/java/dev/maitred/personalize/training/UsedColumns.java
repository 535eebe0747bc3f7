package dev.maitred.personalize.training;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.TrainingDataConfig;

/** Which columns of the datasets a solution's {@code trainingDataConfig} lets training read. */
final class UsedColumns {
  private UsedColumns() {}

  /**
   * The columns of one type of dataset.
   *
   * @param datasetType such as {@code ITEMS}
   */
  static Predicate<String> of(@Nullable TrainingDataConfig config, String datasetType) {
    if (config == null) {
      return column -> true;
    }
    Predicate<String> used =
        column -> !of(config.excludedDatasetColumns(), datasetType).contains(column);
    List<String> included = of(config.includedDatasetColumns(), datasetType);
    return included.isEmpty()
        ? used
        : used.and(column -> included.contains(column) || column.equals("EVENT_TYPE"));
  }

  private static List<String> of(Map<String, List<String>> columns, String datasetType) {
    return columns.entrySet().stream()
        .filter(entry -> plain(entry.getKey()).equals(plain(datasetType)))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  /** Types of dataset are written in any case of letters, with underscores or without. */
  private static String plain(String type) {
    return type.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
