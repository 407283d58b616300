/** Parses mail with mime4j. */
@NullMarked
package org.postroom.console.message.mime;

import org.jspecify.annotations.NullMarked;
