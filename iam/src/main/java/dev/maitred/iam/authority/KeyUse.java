package dev.maitred.iam.authority;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.StoredKey.LastUse;
import dev.maitred.wire.access.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Notes when and where long-term keys are used, each at most once in a quarter of an hour. */
final class KeyUse {
  private static final Duration GRAIN = Duration.ofMinutes(15);
  private static final int MAX_KEYS = 10_000;

  private final IamStore store;
  private final Cache<String, Instant> noted = Caffeine.newBuilder().maximumSize(MAX_KEYS).build();

  KeyUse(IamStore store) {
    this.store = store;
  }

  void note(Call call) {
    String id = call.caller().accessKeyId();
    if (!id.startsWith("AKIA")) {
      return;
    }
    Instant last = noted.getIfPresent(id);
    if (last == null || call.time().isAfter(last.plus(GRAIN))) {
      noted.put(id, call.time());
      Instant time = call.time().truncatedTo(ChronoUnit.SECONDS);
      LastUse use = new LastUse(time, call.region(), call.service());
      store.note(tables -> tables.accessKeys().used(id, use));
    }
  }
}
