/** How many events a second the console's read models take. */
@NullMarked
package org.postroom.benchmarks.readmodel;

import org.jspecify.annotations.NullMarked;
