/** How schemas may change: what was released is kept, and every later version must read it and be read by it. */
@NullMarked
package org.postroom.schemas.evolution;

import org.jspecify.annotations.NullMarked;
