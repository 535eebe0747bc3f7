/**
 * Small loops that many recipes share: selection of the best, draws by chance, work shared out over
 * threads.
 */
@NullMarked
package dev.maitred.recommend.kernel;

import org.jspecify.annotations.NullMarked;
