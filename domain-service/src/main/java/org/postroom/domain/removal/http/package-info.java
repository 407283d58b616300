/** Removals over REST. */
@NullMarked
package org.postroom.domain.removal.http;

import org.jspecify.annotations.NullMarked;
