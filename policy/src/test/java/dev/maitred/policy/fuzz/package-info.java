/**
 * What must hold for any bytes at all: seeds in every test run, a fuzzer's inputs with {@code
 * ./maitred fuzz}.
 */
package dev.maitred.policy.fuzz;
