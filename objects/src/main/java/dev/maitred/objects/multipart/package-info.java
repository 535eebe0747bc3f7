/**
 * Multipart uploads: parts come in one by one, each durable when it is acknowledged, and completing
 * an upload makes an object of them without moving a byte.
 */
@NullMarked
package dev.maitred.objects.multipart;

import org.jspecify.annotations.NullMarked;
