/** Contents and their preview over HTTP. */
@NullMarked
package org.postroom.domain.content.http;

import org.jspecify.annotations.NullMarked;
