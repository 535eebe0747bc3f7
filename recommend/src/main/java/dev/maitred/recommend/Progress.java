package dev.maitred.recommend;

/** Listens to a training as it goes on, and may stop it. */
@FunctionalInterface
public interface Progress {

  /**
   * Tells how far the work has come.
   *
   * @param component the part at work, such as {@code markov}
   * @param fraction of the whole work done, 0 to 1, never falling
   * @param detail what is known of the part so far, in words; may be empty
   */
  void at(String component, double fraction, String detail);

  /** Whether the work should end without a result; asked from any thread, many times a second. */
  default boolean stopped() {
    return false;
  }

  /**
   * Ends the work if it should end.
   *
   * @throws TrainingStopped if {@link #stopped}
   */
  default void check() {
    if (stopped()) {
      throw new TrainingStopped();
    }
  }

  /** Tells, after {@link #check}. */
  default void step(String component, double fraction, String detail) {
    check();
    at(component, fraction, detail);
  }

  /** The same progress, of which nobody is told; it stops alike and keeps nothing. */
  default Progress quietly() {
    Progress whole = this;
    return new Progress() {
      @Override
      public void at(String component, double fraction, String detail) {}

      @Override
      public boolean stopped() {
        return whole.stopped();
      }
    };
  }

  /** Where the work keeps how far it has come. */
  default Checkpoint checkpoint() {
    return Checkpoint.none();
  }

  /** The same progress of work that keeps how far it has come. */
  default Progress keeping(Checkpoint checkpoint) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void at(String component, double fraction, String detail) {
        whole.at(component, fraction, detail);
      }

      @Override
      public boolean stopped() {
        return whole.stopped();
      }

      @Override
      public Checkpoint checkpoint() {
        return checkpoint;
      }
    };
  }

  /** The part of this progress from one fraction of the whole to another. */
  default Progress part(double from, double to) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void at(String component, double fraction, String detail) {
        whole.at(component, from + (to - from) * fraction, detail);
      }

      @Override
      public boolean stopped() {
        return whole.stopped();
      }

      @Override
      public Checkpoint checkpoint() {
        return whole.checkpoint();
      }
    };
  }

  /** Nobody listens and nobody stops. */
  static Progress none() {
    return (component, fraction, detail) -> {};
  }
}
