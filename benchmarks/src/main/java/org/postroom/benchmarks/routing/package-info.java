/** How many routing decisions one core makes in a second. */
@NullMarked
package org.postroom.benchmarks.routing;

import org.jspecify.annotations.NullMarked;
