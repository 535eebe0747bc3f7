/** Lists a bucket's objects by key, page by page, with keys rolled up by prefix and delimiter. */
@NullMarked
package dev.maitred.objects.listing;

import org.jspecify.annotations.NullMarked;
