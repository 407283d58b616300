/** Asking name servers. */
@NullMarked
package org.postroom.verification.record.dns;

import org.jspecify.annotations.NullMarked;
