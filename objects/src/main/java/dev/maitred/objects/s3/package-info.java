/**
 * The vocabulary of S3 that every feature of this module shares: its errors, ARNs and checksums.
 */
@NullMarked
package dev.maitred.objects.s3;

import org.jspecify.annotations.NullMarked;
