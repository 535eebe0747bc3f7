/** The tables of cases under {@code src/test/resources/cases} and what runs them. */
package dev.maitred.policy.cases;
