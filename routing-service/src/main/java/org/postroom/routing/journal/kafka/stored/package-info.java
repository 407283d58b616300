/** The stored form of routing's entities: compact, with a version in each, and every earlier form still read. */
@NullMarked
package org.postroom.routing.journal.kafka.stored;

import org.jspecify.annotations.NullMarked;
