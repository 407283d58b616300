/** The forms of what an administrator sets up, described field by field, so that every kind has the same pages. */
@NullMarked
package org.postroom.console.administration.entry;

import org.jspecify.annotations.NullMarked;
