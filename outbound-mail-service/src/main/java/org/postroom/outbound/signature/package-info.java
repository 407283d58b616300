/** Which signature a reply carries, and what is put in for the names in it. */
@NullMarked
package org.postroom.outbound.signature;

import org.jspecify.annotations.NullMarked;
