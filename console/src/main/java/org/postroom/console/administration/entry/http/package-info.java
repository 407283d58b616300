/** The pages of what an administrator sets up. */
@NullMarked
package org.postroom.console.administration.entry.http;

import org.jspecify.annotations.NullMarked;
