/** The agent's desk: offers, work in hand, conversations. */
@NullMarked
package org.postroom.console.desk;

import org.jspecify.annotations.NullMarked;
