/** The transactional outbox: a change and its event are stored together, then published in order. */
@NullMarked
package org.postroom.runtime.outbox;

import org.jspecify.annotations.NullMarked;
