/** Texts that agents put into mail, in HTML and plain text, with names that stand for values. */
@NullMarked
package org.postroom.domain.content;

import org.jspecify.annotations.NullMarked;
