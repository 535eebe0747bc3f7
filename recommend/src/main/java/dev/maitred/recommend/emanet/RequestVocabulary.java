package dev.maitred.recommend.emanet;

import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What may be known of a request beside the history: columns of its user, and columns of its
 * context. Their values are numbered together, those of users first.
 *
 * @param users columns of the Users data set
 * @param context columns of the Interactions data set
 */
record RequestVocabulary(Vocabulary users, Vocabulary context) {

  static final RequestVocabulary NOTHING = new RequestVocabulary(Vocabulary.NONE, Vocabulary.NONE);

  static RequestVocabulary of(TrainingData data) {
    return new RequestVocabulary(
        Vocabulary.of(data.users()), Vocabulary.of(data.events().requestContext()));
  }

  /** How many values there are. */
  int size() {
    return users.size() + context.size();
  }

  /** The known values among those given, by column. */
  int[] of(Map<String, String> user, Map<String, String> request) {
    return IntStream.concat(users.of(user, 0), context.of(request, users.size())).toArray();
  }

  /** The values of each user. */
  WordLists ofUsers(TrainingData data) {
    return users.of(data.users(), 0);
  }

  /** The values of each event's context. */
  WordLists ofEvents(TrainingData data) {
    return context.of(data.events().requestContext(), users.size());
  }

  void write(ModelWriter out) {
    users.write(out);
    context.write(out);
  }

  static RequestVocabulary read(ModelReader in) {
    return new RequestVocabulary(Vocabulary.read(in), Vocabulary.read(in));
  }
}
