/**
 * A second evaluator, written for plainness alone: no compiling, no sharing of code with the first
 * beyond the syntax tree and the request. What the two disagree on, one of them has wrong.
 */
package dev.maitred.policy.naive;
