/** The supervision pages. */
@NullMarked
package org.postroom.console.supervision.http;

import org.jspecify.annotations.NullMarked;
