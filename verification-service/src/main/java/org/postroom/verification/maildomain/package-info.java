/** A mail domain with its records, its states and its last check. */
@NullMarked
package org.postroom.verification.maildomain;

import org.jspecify.annotations.NullMarked;
