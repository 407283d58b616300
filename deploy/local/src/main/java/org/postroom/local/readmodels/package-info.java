/** Has what the console's pages show made anew, and watches it. */
@NullMarked
package org.postroom.local.readmodels;

import org.jspecify.annotations.NullMarked;
