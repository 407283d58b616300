/** Asks name servers for the checks of authenticity. */
@NullMarked
package org.postroom.inbound.authenticity.dns;

import org.jspecify.annotations.NullMarked;
