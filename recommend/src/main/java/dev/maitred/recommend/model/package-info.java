/** The model file: values in, values out, whole or not at all. */
@NullMarked
package dev.maitred.recommend.model;

import org.jspecify.annotations.NullMarked;
