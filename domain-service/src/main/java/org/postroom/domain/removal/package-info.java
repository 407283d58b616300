/** What goes when a domain or an organisation goes, told before and done then. */
@NullMarked
package org.postroom.domain.removal;

import org.jspecify.annotations.NullMarked;
