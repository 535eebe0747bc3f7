package dev.maitred.recommend;

/** A progress that wants the work to end at once. */
public final class StoppedProgress implements Progress {

  @Override
  public void at(String component, double fraction, String detail) {}

  @Override
  public boolean stopped() {
    return true;
  }
}
