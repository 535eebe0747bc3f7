package dev.maitred.recommend;

import java.util.concurrent.atomic.AtomicInteger;

/** A progress that wants the work to end, at once or when it has been asked some times. */
public final class StoppedProgress implements Progress {
  private final int times;
  private final AtomicInteger asked = new AtomicInteger();

  /** Wants the end at once. */
  public StoppedProgress() {
    this(0);
  }

  /** Lets the work go on so many times. */
  public StoppedProgress(int times) {
    this.times = times;
  }

  @Override
  public void at(String component, double fraction, String detail) {}

  @Override
  public boolean stopped() {
    return asked.getAndIncrement() >= times;
  }
}
