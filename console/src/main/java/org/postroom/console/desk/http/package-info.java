/** The desk's pages. */
@NullMarked
package org.postroom.console.desk.http;

import org.jspecify.annotations.NullMarked;
