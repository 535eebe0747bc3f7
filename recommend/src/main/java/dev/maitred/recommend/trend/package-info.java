/** What is on the rise: counts of the newest events in windows of the data's own time. */
@NullMarked
package dev.maitred.recommend.trend;

import org.jspecify.annotations.NullMarked;
