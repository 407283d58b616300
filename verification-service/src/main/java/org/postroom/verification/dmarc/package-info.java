/** The DMARC policy that applies to a domain, and whether our mail meets it. */
@NullMarked
package org.postroom.verification.dmarc;

import org.jspecify.annotations.NullMarked;
