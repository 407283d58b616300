/** HTML that others may see: made safe, and turned to and from plain text. */
@NullMarked
package org.postroom.outbound.html;

import org.jspecify.annotations.NullMarked;
