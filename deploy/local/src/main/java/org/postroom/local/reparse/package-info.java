/** Has all stored mails read again, and watches it. */
@NullMarked
package org.postroom.local.reparse;

import org.jspecify.annotations.NullMarked;
