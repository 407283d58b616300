/** Whom services ask for DNS records. */
@NullMarked
package org.postroom.runtime.dns;

import org.jspecify.annotations.NullMarked;
