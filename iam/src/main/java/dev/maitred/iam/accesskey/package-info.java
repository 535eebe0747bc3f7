/** Long-term access keys, and how the key ring finds the identity behind one. */
@NullMarked
package dev.maitred.iam.accesskey;

import org.jspecify.annotations.NullMarked;
