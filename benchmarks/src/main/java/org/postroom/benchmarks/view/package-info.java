/** How soon a service knows what stands, whatever the history. */
@NullMarked
package org.postroom.benchmarks.view;

import org.jspecify.annotations.NullMarked;
