package dev.maitred.recommend;

/** A training ended without a model because its {@link Progress} asked for it. */
public final class TrainingStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TrainingStopped() {
    super("the training was stopped");
  }
}
