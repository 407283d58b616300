/** Who may do what beyond what the token says: roles, and what became of organisations. */
@NullMarked
package org.postroom.runtime.access;

import org.jspecify.annotations.NullMarked;
