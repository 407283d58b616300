/** Reads and writes MIME. */
@NullMarked
package org.postroom.outbound.compose.mime;

import org.jspecify.annotations.NullMarked;
