package dev.maitred.personalize.schema;

import static dev.maitred.personalize.schema.ReservedField.category;
import static dev.maitred.personalize.schema.ReservedField.optional;
import static dev.maitred.personalize.schema.ReservedField.prose;
import static dev.maitred.personalize.schema.ReservedField.required;
import static dev.maitred.personalize.schema.SchemaField.Type.FLOAT;
import static dev.maitred.personalize.schema.SchemaField.Type.LONG;
import static dev.maitred.personalize.schema.SchemaField.Type.STRING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.Domain;

/**
 * The reserved columns of each type of dataset, as the guide's pages on custom and domain datasets
 * list them.
 */
final class ReservedFields {
  private static final List<ReservedField> INTERACTIONS =
      List.of(
          required("USER_ID", STRING),
          required("ITEM_ID", STRING),
          required("TIMESTAMP", LONG),
          optional("EVENT_VALUE", FLOAT).orNull(),
          optional("IMPRESSION", STRING).orNull(),
          optional("RECOMMENDATION_ID", STRING).orNull(),
          optional("EVENT_ATTRIBUTION_SOURCE", STRING).orNull());

  private static final List<ReservedField> ITEMS =
      List.of(required("ITEM_ID", STRING), optional("CREATION_TIMESTAMP", LONG));

  /** The guide prints CREATION_TIMESTAMP as a float here and as a long in the default schema. */
  private static final List<ReservedField> ECOMMERCE_ITEMS =
      List.of(
          required("ITEM_ID", STRING),
          required("PRICE", FLOAT),
          category("CATEGORY_L1").andRequired(),
          category("CATEGORY_L2"),
          category("CATEGORY_L3"),
          prose("PRODUCT_DESCRIPTION"),
          category("AGE_GROUP"),
          category("ADULT"),
          category("GENDER"),
          optional("CREATION_TIMESTAMP", LONG, FLOAT));

  private static final List<ReservedField> VIDEO_ITEMS =
      List.of(
          required("ITEM_ID", STRING),
          category("GENRES"),
          category("GENRES_L1"),
          required("CREATION_TIMESTAMP", LONG),
          optional("PRICE", FLOAT).orNull(),
          optional("DURATION", FLOAT).orNull(),
          optional("AVERAGE_RATING", FLOAT).orNull(),
          category("GENRE_L2"),
          category("GENRE_L3"),
          prose("PRODUCT_DESCRIPTION"),
          category("CONTENT_OWNER"),
          category("CONTENT_CLASSIFICATION"));

  private static final List<ReservedField> ACTIONS =
      List.of(
          required("ACTION_ID", STRING),
          optional("CREATION_TIMESTAMP", LONG),
          optional("VALUE", LONG).orNull(),
          optional("TYPE", STRING).orNull().markedAnyhow(),
          optional("EXPIRATION_TIMESTAMP", LONG).orNull(),
          optional("ACTION_EXPIRATION_TIMESTAMP", LONG).orNull(),
          optional("REPEAT_FREQUENCY", LONG).orNull());

  private static final List<ReservedField> ACTION_INTERACTIONS =
      List.of(
          required("USER_ID", STRING),
          required("ACTION_ID", STRING),
          required("EVENT_TYPE", STRING),
          required("TIMESTAMP", LONG),
          optional("IMPRESSION", STRING).orNull(),
          optional("RECOMMENDATION_ID", STRING).orNull());

  private ReservedFields() {}

  static List<ReservedField> of(DatasetType type, Optional<Domain> domain) {
    return switch (type) {
      case INTERACTIONS -> interactions(domain);
      case ITEMS -> domain.map(ReservedFields::items).orElse(ITEMS);
      case USERS -> users(domain);
      case ACTIONS -> ACTIONS;
      case ACTION_INTERACTIONS -> ACTION_INTERACTIONS;
    };
  }

  private static List<ReservedField> interactions(Optional<Domain> domain) {
    ReservedField eventType = optional("EVENT_TYPE", STRING);
    return with(INTERACTIONS, domain.isPresent() ? eventType.andRequired() : eventType);
  }

  private static List<ReservedField> items(Domain domain) {
    return domain == Domain.ECOMMERCE ? ECOMMERCE_ITEMS : VIDEO_ITEMS;
  }

  private static List<ReservedField> users(Optional<Domain> domain) {
    List<ReservedField> users = List.of(required("USER_ID", STRING));
    return domain.equals(Optional.of(Domain.VIDEO_ON_DEMAND))
        ? with(users, category("SUBSCRIPTION_MODEL"))
        : users;
  }

  private static List<ReservedField> with(List<ReservedField> fields, ReservedField one) {
    List<ReservedField> all = new ArrayList<>(fields);
    all.add(one);
    return List.copyOf(all);
  }
}
