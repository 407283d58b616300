/** Running the checks that are due. */
@NullMarked
package org.postroom.verification.check;

import org.jspecify.annotations.NullMarked;
