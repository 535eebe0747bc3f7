/**
 * Data sets in files, as people have them: MovieLens, Personalize's CSV, sessions. The one reader
 * of the commands that take {@code --data}; the demo reads its {@code --data} as a {@code Table}.
 */
@NullMarked
package dev.maitred.server.dataset;

import org.jspecify.annotations.NullMarked;
