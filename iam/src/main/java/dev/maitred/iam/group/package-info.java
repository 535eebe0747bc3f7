/** Groups and who is in them. */
@NullMarked
package dev.maitred.iam.group;

import org.jspecify.annotations.NullMarked;
