/**
 * The demo: the whole story of maitred, told by the real AWS SDK over a real socket.
 *
 * <p>{@link dev.maitred.server.demo.Story} is the list of chapters; each chapter is a class that
 * does its calls and narrates them. Nothing here reaches into the server: what the demo can do, any
 * client can.
 */
@NullMarked
package dev.maitred.server.demo;

import org.jspecify.annotations.NullMarked;
