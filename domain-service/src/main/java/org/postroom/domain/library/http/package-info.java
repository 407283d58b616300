/** Libraries over HTTP. */
@NullMarked
package org.postroom.domain.library.http;

import org.jspecify.annotations.NullMarked;
