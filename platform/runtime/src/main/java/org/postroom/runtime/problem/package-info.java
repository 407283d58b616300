/** Errors over HTTP as problem details (RFC 9457). */
@NullMarked
package org.postroom.runtime.problem;

import org.jspecify.annotations.NullMarked;
