/**
 * Texts that agents put into mail, in HTML and plain text, with names that stand for values: canned responses and
 * signatures, in their libraries.
 */
@NullMarked
package org.postroom.domain.content;

import org.jspecify.annotations.NullMarked;
