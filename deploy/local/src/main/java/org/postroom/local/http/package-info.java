/** A small JSON over HTTP server on the JDK's own, on virtual threads and on the loopback address only. */
@NullMarked
package org.postroom.local.http;

import org.jspecify.annotations.NullMarked;
