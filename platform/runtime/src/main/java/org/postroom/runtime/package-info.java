/** What every service shares and none should write twice; it knows no business word. */
@NullMarked
package org.postroom.runtime;

import org.jspecify.annotations.NullMarked;
