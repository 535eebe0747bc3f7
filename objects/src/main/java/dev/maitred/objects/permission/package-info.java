/** What each operation of S3 requires of its caller. */
@NullMarked
package dev.maitred.objects.permission;

import org.jspecify.annotations.NullMarked;
