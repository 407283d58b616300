/** What composing knows of organisations: their names, and that they are gone. */
@NullMarked
package org.postroom.outbound.organisation;

import org.jspecify.annotations.NullMarked;
