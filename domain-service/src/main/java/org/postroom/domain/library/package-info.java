/** Shelves on which canned responses and signatures stand. */
@NullMarked
package org.postroom.domain.library;

import org.jspecify.annotations.NullMarked;
