/**
 * What the operations of IAM and STS share: errors, pages, unique ids, and whom a call is about.
 */
@NullMarked
package dev.maitred.iam.operation;

import org.jspecify.annotations.NullMarked;
