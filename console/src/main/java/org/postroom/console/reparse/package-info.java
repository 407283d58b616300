/** Reads stored mails again, and says what is read otherwise than it was. */
@NullMarked
package org.postroom.console.reparse;

import org.jspecify.annotations.NullMarked;
