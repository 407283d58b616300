/** What a domain may be used for, and how that changes with what is found. */
@NullMarked
package org.postroom.verification.direction;

import org.jspecify.annotations.NullMarked;
