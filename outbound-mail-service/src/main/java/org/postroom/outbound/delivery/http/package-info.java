/** What is held, over HTTP. */
@NullMarked
package org.postroom.outbound.delivery.http;

import org.jspecify.annotations.NullMarked;
