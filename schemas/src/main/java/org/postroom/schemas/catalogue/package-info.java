/** The topics as typed values: what each carries, how it is keyed and kept, who writes and reads it. */
@NullMarked
package org.postroom.schemas.catalogue;

import org.jspecify.annotations.NullMarked;
