/**
 * IAM and STS: identities, policies, keys and sessions, kept durably; and the {@link
 * dev.maitred.wire.access.Authority} that decides by them.
 *
 * <p>{@link dev.maitred.iam.Iam} opens it all. Promises: a policy change holds for the next
 * request; any doubt denies; secrets lie sealed in the database and appear in no message.
 */
@NullMarked
package dev.maitred.iam;

import org.jspecify.annotations.NullMarked;
