/** Cleaning of signatures that come as HTML. */
@NullMarked
package org.postroom.domain.signature.html;

import org.jspecify.annotations.NullMarked;
