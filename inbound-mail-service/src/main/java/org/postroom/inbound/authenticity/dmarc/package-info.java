/** Whether the author's domain stands behind a mail, and what it asks for where not (RFC 7489). */
@NullMarked
package org.postroom.inbound.authenticity.dmarc;

import org.jspecify.annotations.NullMarked;
