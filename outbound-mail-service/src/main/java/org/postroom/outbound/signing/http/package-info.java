/** Keys over HTTP. */
@NullMarked
package org.postroom.outbound.signing.http;

import org.jspecify.annotations.NullMarked;
