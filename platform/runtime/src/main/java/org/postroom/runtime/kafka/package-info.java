/** Publishing and following Avro events, with one set of headers, partitions and error rules. */
@NullMarked
package org.postroom.runtime.kafka;

import org.jspecify.annotations.NullMarked;
