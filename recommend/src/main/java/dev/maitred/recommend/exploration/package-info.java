/** Items of which little is known get places in answers, so that more becomes known of them. */
@NullMarked
package dev.maitred.recommend.exploration;

import org.jspecify.annotations.NullMarked;
