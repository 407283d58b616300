/** Which of the organisations that claim a name has it. */
@NullMarked
package org.postroom.verification.ownership;

import org.jspecify.annotations.NullMarked;
