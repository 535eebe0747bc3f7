/**
 * A second opinion about policies: npm's {@code iam-simulate}, installed outside the project and
 * run as a process of its own.
 *
 * <p>It is under the AGPL. It is a tool for development only: no part of it is in the sources or in
 * what is built, and nothing is linked with it; questions and answers go through a pipe.
 */
@NullMarked
package dev.maitred.conformance.oracle;

import org.jspecify.annotations.NullMarked;
