/** What a flow may say of a mail, and what it makes of one. Plain Java: no clock, no chance, nothing outside. */
@NullMarked
package org.postroom.flow;

import org.jspecify.annotations.NullMarked;
