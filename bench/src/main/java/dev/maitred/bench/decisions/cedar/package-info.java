/** The same decisions by Cedar, through cedar-java. */
@NullMarked
package dev.maitred.bench.decisions.cedar;

import org.jspecify.annotations.NullMarked;
