/** Readiness that means something. */
@NullMarked
package org.postroom.runtime.health;

import org.jspecify.annotations.NullMarked;
