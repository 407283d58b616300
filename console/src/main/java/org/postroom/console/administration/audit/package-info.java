/** Who changed what. */
@NullMarked
package org.postroom.console.administration.audit;

import org.jspecify.annotations.NullMarked;
