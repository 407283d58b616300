/** The client of a schema registry that speaks Confluent's REST API, and the job that registers every event there. */
@NullMarked
package org.postroom.schemas.registry;

import org.jspecify.annotations.NullMarked;
