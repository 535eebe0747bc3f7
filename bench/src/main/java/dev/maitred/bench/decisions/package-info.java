/** What one decision of the policy engine costs. */
@NullMarked
package dev.maitred.bench.decisions;

import org.jspecify.annotations.NullMarked;
