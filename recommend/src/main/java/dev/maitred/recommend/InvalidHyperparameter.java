package dev.maitred.recommend;

/** A hyperparameter that the recipe doesn't know, or a value that it doesn't take. */
public final class InvalidHyperparameter extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** One sentence that names the hyperparameter and what would be right. */
  public InvalidHyperparameter(String message) {
    super(message);
  }
}
