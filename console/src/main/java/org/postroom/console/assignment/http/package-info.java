/** Shows assignments and waiting lists as pages and as JSON. */
@NullMarked
package org.postroom.console.assignment.http;

import org.jspecify.annotations.NullMarked;
