@NullMarked
package dev.maitred.conformance;

import org.jspecify.annotations.NullMarked;
