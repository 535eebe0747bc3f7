/** Parsing vectors replayed against the parsers that read JSON from clients. */
@NullMarked
package dev.maitred.conformance.json;

import org.jspecify.annotations.NullMarked;
