package dev.maitred.recommend.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleWorldTest {

  private static final SampleWorld WORLD = SampleWorld.generate(7);

  @Test
  void isAlwaysTheSameForASeed() {
    assertThat(SampleWorld.generate(7)).isEqualTo(WORLD);
    assertThat(SampleWorld.generate(8)).isNotEqualTo(WORLD);
  }

  @Test
  void isLargeEnoughToLearnFrom() {
    assertThat(WORLD.films()).hasSize(800);
    assertThat(WORLD.watches()).hasSizeBetween(50_000, 90_000);
    assertThat(WORLD.watches().stream().map(Watch::user).collect(toSet())).hasSize(1_500);
    assertThat(WORLD.watches().stream().collect(groupingBy(Watch::user, counting())).values())
        .filteredOn(count -> count >= 2)
        .hasSizeGreaterThan(1_490);
  }

  @Test
  void hasFilmsOfDistinctNameAndWatchesInTimeOrder() {
    assertThat(WORLD.films()).extracting(Film::id).doesNotHaveDuplicates();
    assertThat(WORLD.films()).extracting(Film::title).doesNotHaveDuplicates();
    assertThat(WORLD.watches()).isSortedAccordingTo(Comparator.comparingLong(Watch::time));
  }

  @Test
  void isSkewedTowardsAFewFilms() {
    Map<String, Long> views = WORLD.watches().stream().collect(groupingBy(Watch::item, counting()));
    List<Long> sorted = views.values().stream().sorted(Comparator.reverseOrder()).toList();
    long top = sorted.stream().limit(80).mapToLong(Long::longValue).sum();
    assertThat(top).isBetween(WORLD.watches().size() * 3L / 10, WORLD.watches().size() * 8L / 10);
  }
}
