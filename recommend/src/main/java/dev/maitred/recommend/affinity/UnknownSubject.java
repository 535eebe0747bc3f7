package dev.maitred.recommend.affinity;

/** A segment was asked for of an item, or of an attribute, that the training did not know. */
public final class UnknownSubject extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private UnknownSubject(String message) {
    super(message);
  }

  static UnknownSubject item(int item) {
    return new UnknownSubject(
        "The item number %d had no event in training, so no user can be told to like it."
            .formatted(item));
  }

  static UnknownSubject attribute(String column, String value) {
    return new UnknownSubject(
        "No item of the training had `%s` = `%s`, so no user can be told to like it."
            .formatted(column, value));
  }

  static UnknownSubject combination(Object attributes) {
    return new UnknownSubject(
        "No item with events in training had all of %s, so no user can be told to like it."
            .formatted(attributes));
  }
}
