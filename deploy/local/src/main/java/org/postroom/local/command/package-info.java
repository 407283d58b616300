/** The commands of {@code ./postroom}. */
@NullMarked
package org.postroom.local.command;

import org.jspecify.annotations.NullMarked;
