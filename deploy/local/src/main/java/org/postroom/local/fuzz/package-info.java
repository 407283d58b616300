/** Runs the fuzz targets that the modules have among their tests. */
@NullMarked
package org.postroom.local.fuzz;

import org.jspecify.annotations.NullMarked;
