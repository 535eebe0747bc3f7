package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.linear.SparseRows;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import dev.maitred.recommend.popularity.Popularity;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A table of what goes with each item. An item that is unknown gets popular items, and so do the
 * places that its own neighbours leave empty; an item never goes with itself.
 *
 * @param recipe who made it
 * @param component what the table is made from, for explanations
 */
record RelatedItems(String recipe, String component, Popularity popularity, SparseRows neighbours)
    implements Recommender {

  @Override
  public int items() {
    return popularity.items();
  }

  @Override
  public Ranking recommend(Query query) {
    IntPredicate others = item -> item != query.item() && query.filter().test(item);
    return Ranking.unscored(popularity.fillUp(near(query), query.limit(), others));
  }

  private int[] near(Query query) {
    return known(query) ? neighbours.best(query.item(), query.limit(), query.filter()) : new int[0];
  }

  private boolean known(Query query) {
    return query.item() >= 0 && query.item() < items();
  }

  @Override
  public Explanation explain(Query query, int item) {
    float value = known(query) ? neighbours.at(query.item(), item) : 0;
    return Explanation.of(item, List.of(new Part(component, Explanation.NO_EVENT, value)));
  }

  @Override
  public void save(Path file) {
    ModelWriter.write(
        file,
        recipe,
        out -> {
          out.putText(component);
          popularity.write(out);
          neighbours.write(out);
        });
  }

  static Recommender read(ModelReader in) {
    return new RelatedItems(in.recipe(), in.getText(), Popularity.read(in), SparseRows.read(in));
  }
}
