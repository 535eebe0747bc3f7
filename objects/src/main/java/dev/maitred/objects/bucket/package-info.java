/** Buckets: their names, regions and tags, and the operations on them. */
@NullMarked
package dev.maitred.objects.bucket;

import org.jspecify.annotations.NullMarked;
