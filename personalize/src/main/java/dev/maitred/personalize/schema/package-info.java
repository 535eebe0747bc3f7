/**
 * Schemas: what columns a dataset has, as Avro records with Personalize's own rules.
 *
 * <p>{@link dev.maitred.personalize.schema.RecordSchema} reads the Avro text; {@link
 * dev.maitred.personalize.schema.SchemaRules} holds the rules of the developer guide's pages on
 * datasets and schemas, by {@link dev.maitred.personalize.schema.DatasetType} and domain.
 */
@NullMarked
package dev.maitred.personalize.schema;

import org.jspecify.annotations.NullMarked;
