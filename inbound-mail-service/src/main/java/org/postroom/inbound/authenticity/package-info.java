/** How far a received mail is what it says it is: SPF, DKIM, DMARC and ARC brought together. */
@NullMarked
package org.postroom.inbound.authenticity;

import org.jspecify.annotations.NullMarked;
