/** The versions of flows, and how they differ. */
@NullMarked
package org.postroom.console.administration.flow;

import org.jspecify.annotations.NullMarked;
