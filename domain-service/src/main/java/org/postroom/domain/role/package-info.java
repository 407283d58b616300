/** Permissions that agents are given together. */
@NullMarked
package org.postroom.domain.role;

import org.jspecify.annotations.NullMarked;
