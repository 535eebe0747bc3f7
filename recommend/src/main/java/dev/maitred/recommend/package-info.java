/**
 * Recommenders as a library: arrays in, immutable models out, no input or output but the model
 * file, no clock, no globals.
 *
 * <p>A training, from events to an answer:
 *
 * <pre>{@code
 * Interactions data = Interactions.of(users, items, user, item, time);
 * Recipe recipe = Recipes.named("aws-user-personalization").orElseThrow();
 * Settings settings = Settings.of(recipe, Map.of("bptt", "20"), Map.of(), seed);
 * Training.Trained trained = Training.run(recipe, TrainingData.of(data), settings, progress);
 * trained.model().save(file);
 *
 * Recommender model = Recommenders.load(file);
 * Ranking next = model.recommend(Query.ofHistory(history, 25).where(item -> inStock(item)));
 * Explanation why = model.explain(Query.ofHistory(history, 25), next.items()[0]);
 * }</pre>
 *
 * <p>This package is the contract: {@link dev.maitred.recommend.Recipe} makes a {@link
 * dev.maitred.recommend.Recommender} from {@link dev.maitred.recommend.TrainingData}. What lies
 * behind it:
 *
 * <table>
 * <caption>Packages</caption>
 * <tr><td>{@code recipe}</td><td>the recipes</td></tr>
 * <tr><td>{@code blend}</td><td>components that each say something of every item, and their
 * weights</td></tr>
 * <tr><td>{@code emanet}</td><td>a network for the next item</td></tr>
 * <tr><td>{@code linear}</td><td>what follows what: Markov chain, sequence ridge, EASE, past
 * sessions</td></tr>
 * <tr><td>{@code als}</td><td>factors of users and items from preferences</td></tr>
 * <tr><td>{@code content}</td><td>what items look like by their metadata</td></tr>
 * <tr><td>{@code popularity}, {@code trend}</td><td>what most had, and what grows</td></tr>
 * <tr><td>{@code exploration}</td><td>places in answers for items of which little is
 * known</td></tr>
 * <tr><td>{@code affinity}</td><td>the users whom an item or an attribute suits</td></tr>
 * <tr><td>{@code action}</td><td>the actions that a user will most likely take</td></tr>
 * <tr><td>{@code dense}, {@code sparse}</td><td>matrices: systems, products,
 * projections</td></tr>
 * <tr><td>{@code kernel}</td><td>selection of the best, softmax, work shared out over threads</td></tr>
 * <tr><td>{@code model}</td><td>the model file</td></tr>
 * <tr><td>{@code evaluation}</td><td>protocols and offline metrics, training with
 * metrics</td></tr>
 * <tr><td>{@code tuning}</td><td>the best of several settings</td></tr>
 * <tr><td>{@code sample}</td><td>an invented world of films to try it on</td></tr>
 * </table>
 *
 * <p>Promises, each held by a test that all recipes pass ({@code RecipeContractTest}):
 *
 * <ul>
 *   <li>the same data, settings and kind of processor give the same model file, byte for byte,
 *       whatever the number of threads;
 *   <li>an answer depends on who asks only by what the query tells of them, so a new user and a new
 *       event count at once; only the recipes that answer users keep whose histories they are;
 *   <li>items without an event in training are answered by exploration, by likeness and at the end
 *       of a list to be put in order only, filters are always kept, ties go by item number, no
 *       score is ever NaN;
 *   <li>a model file appears whole or not at all, and a damaged one, or one of another layout, is
 *       refused;
 *   <li>training stops soon after its {@link dev.maitred.recommend.Progress} asks for it.
 * </ul>
 *
 * <p>A new component that scores items from a history is one more {@code Component} of the blend
 * with its {@code Trainer}; a new recipe is one more class in {@code recipe}, listed in {@code
 * Recipes}.
 */
@NullMarked
package dev.maitred.recommend;

import org.jspecify.annotations.NullMarked;
