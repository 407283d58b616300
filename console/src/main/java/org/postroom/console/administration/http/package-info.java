/** The administration pages. */
@NullMarked
package org.postroom.console.administration.http;

import org.jspecify.annotations.NullMarked;
