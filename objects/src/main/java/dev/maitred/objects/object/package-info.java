/**
 * Objects: their bytes and headers, and the operations that put, get, copy and delete them.
 *
 * <p>An object is a row whose document is the {@code HeadObjectResponse} that S3 would answer, and
 * one or more parts, each with its bytes in a blob of its own.
 */
@NullMarked
package dev.maitred.objects.object;

import org.jspecify.annotations.NullMarked;
