/** One DNS record: what is expected, what servers answered, and what follows from it. */
@NullMarked
package org.postroom.verification.record;

import org.jspecify.annotations.NullMarked;
