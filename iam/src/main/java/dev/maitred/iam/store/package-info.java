/**
 * What IAM and STS know, on disk: identities, policies, keys and sessions.
 *
 * <p>{@link dev.maitred.iam.store.IamStore} runs transactions over {@link
 * dev.maitred.iam.store.Tables}; the shapes inside the rows are AWS's own model classes as JSON.
 * Secrets are sealed under the {@link dev.maitred.iam.store.MasterKey} before they get here.
 */
@NullMarked
package dev.maitred.iam.store;

import org.jspecify.annotations.NullMarked;
