/** The names of things, each a type of its own so that none can stand in for another. */
@NullMarked
package org.postroom.routing.id;

import org.jspecify.annotations.NullMarked;
