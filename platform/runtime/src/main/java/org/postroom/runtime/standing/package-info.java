/** Makes the standings of what an installation had before there were any. */
@NullMarked
package org.postroom.runtime.standing;

import org.jspecify.annotations.NullMarked;
