/** The dense solutions of the linear models, next to OpenBLAS alone on the same matrices. */
@NullMarked
package dev.maitred.bench.linear;

import org.jspecify.annotations.NullMarked;
