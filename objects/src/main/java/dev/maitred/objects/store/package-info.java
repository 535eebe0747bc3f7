/** Rows and bytes kept in step. */
@NullMarked
package dev.maitred.objects.store;

import org.jspecify.annotations.NullMarked;
