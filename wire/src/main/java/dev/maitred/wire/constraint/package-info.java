/**
 * What AWS's service models demand of an operation's input, checked before anybody else sees it and
 * refused in AWS's own words.
 */
@NullMarked
package dev.maitred.wire.constraint;

import org.jspecify.annotations.NullMarked;
