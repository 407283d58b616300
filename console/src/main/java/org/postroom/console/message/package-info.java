/** The content of a mail, made safe to look at. */
@NullMarked
package org.postroom.console.message;

import org.jspecify.annotations.NullMarked;
