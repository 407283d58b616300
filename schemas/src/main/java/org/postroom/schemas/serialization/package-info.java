/** Avro in the Confluent wire format: a zero byte, the schema's id in four bytes, then Avro binary. */
@NullMarked
package org.postroom.schemas.serialization;

import org.jspecify.annotations.NullMarked;
