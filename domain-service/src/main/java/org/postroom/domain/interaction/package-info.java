/** Which interactions are open, since what they need should not be removed unnoticed. */
@NullMarked
package org.postroom.domain.interaction;

import org.jspecify.annotations.NullMarked;
