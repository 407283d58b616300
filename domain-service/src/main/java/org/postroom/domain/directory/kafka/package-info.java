/** Entries of the directory as records of the configuration topic. */
@NullMarked
package org.postroom.domain.directory.kafka;

import org.jspecify.annotations.NullMarked;
