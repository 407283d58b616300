/** What happens to keys as time passes. */
@NullMarked
package org.postroom.outbound.signing.worker;

import org.jspecify.annotations.NullMarked;
