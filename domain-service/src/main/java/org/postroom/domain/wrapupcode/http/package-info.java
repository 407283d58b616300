/** Wrap-up codes over HTTP. */
@NullMarked
package org.postroom.domain.wrapupcode.http;

import org.jspecify.annotations.NullMarked;
