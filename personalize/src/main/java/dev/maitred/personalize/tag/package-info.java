/** Tags on resources, by which policies tell them apart. */
@NullMarked
package dev.maitred.personalize.tag;

import org.jspecify.annotations.NullMarked;
