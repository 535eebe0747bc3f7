/**
 * The composition root and the command line: the only module that sees all the others.
 *
 * <p>{@link dev.maitred.server.MaitredServer} wires the parts in plain sight; {@link
 * dev.maitred.server.Main} offers the commands.
 */
@NullMarked
package dev.maitred.server;

import org.jspecify.annotations.NullMarked;
