/** State that a service reads whole from compacted topics at every start and keeps in memory. */
@NullMarked
package org.postroom.runtime.view;

import org.jspecify.annotations.NullMarked;
