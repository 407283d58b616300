/** Who changed what, when, from what to what. */
@NullMarked
package org.postroom.domain.audit;

import org.jspecify.annotations.NullMarked;
