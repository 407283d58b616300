/** Mail addresses: where their mail goes and who answers appear to come from. */
@NullMarked
package org.postroom.domain.address;

import org.jspecify.annotations.NullMarked;
