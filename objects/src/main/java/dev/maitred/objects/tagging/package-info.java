/** The tags of buckets and of objects. */
@NullMarked
package dev.maitred.objects.tagging;

import org.jspecify.annotations.NullMarked;
