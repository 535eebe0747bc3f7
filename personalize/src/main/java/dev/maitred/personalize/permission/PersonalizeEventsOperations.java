package dev.maitred.personalize.permission;

import dev.maitred.wire.access.Row;
import java.util.List;
import software.amazon.awssdk.services.personalizeevents.model.PutActionInteractionsRequest;
import software.amazon.awssdk.services.personalizeevents.model.PutActionsRequest;
import software.amazon.awssdk.services.personalizeevents.model.PutEventsRequest;
import software.amazon.awssdk.services.personalizeevents.model.PutItemsRequest;
import software.amazon.awssdk.services.personalizeevents.model.PutUsersRequest;

/** The table of the service {@code personalize-events}: events know no resources, records do. */
public final class PersonalizeEventsOperations {
  private PersonalizeEventsOperations() {}

  /** All rows, made by {@code rows}. */
  public static List<Row<?>> rows(Rows rows) {
    return List.of(
        rows.onAll(PutEventsRequest.class),
        rows.onAll(PutActionInteractionsRequest.class),
        rows.on(PutItemsRequest.class, PutItemsRequest::datasetArn),
        rows.on(PutUsersRequest.class, PutUsersRequest::datasetArn),
        rows.on(PutActionsRequest.class, PutActionsRequest::datasetArn));
  }
}
