/** Campaigns: solution versions that answer requests for recommendations. */
@NullMarked
package dev.maitred.personalize.campaign;

import org.jspecify.annotations.NullMarked;
