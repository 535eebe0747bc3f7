/**
 * What IAM refuses to store, in its order and its words.
 *
 * <p>{@link dev.maitred.policy.validate.PolicyValidator} applies one rule after the other to the
 * whole document; the first that is broken is reported alone, as IAM does. The messages are those
 * of error code {@code MalformedPolicyDocument}; positions are an extra that IAM does not give.
 */
@NullMarked
package dev.maitred.policy.validate;

import org.jspecify.annotations.NullMarked;
