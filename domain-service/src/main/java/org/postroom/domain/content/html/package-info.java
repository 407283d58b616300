/** Cleaning of HTML. */
@NullMarked
package org.postroom.domain.content.html;

import org.jspecify.annotations.NullMarked;
