package dev.maitred.recommend.dense;

import org.bytedeco.javacpp.FloatPointer;

/**
 * The upper left corner of a part of a row-major matrix outside the heap.
 *
 * @param address of its first number
 * @param stride numbers from one row to the next
 */
record Tile(FloatPointer address, int stride) {}
