/** The loop that looks for checks that are due. */
@NullMarked
package org.postroom.verification.check.loop;

import org.jspecify.annotations.NullMarked;
