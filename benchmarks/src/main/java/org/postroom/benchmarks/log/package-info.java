/** The log that a measurement runs on. */
@NullMarked
package org.postroom.benchmarks.log;

import org.jspecify.annotations.NullMarked;
