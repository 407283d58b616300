/** The message store: raw messages and other content that the log must not carry. */
@NullMarked
package org.postroom.runtime.message;

import org.jspecify.annotations.NullMarked;
