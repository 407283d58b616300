/** Records and their checks as events carry them. */
@NullMarked
package org.postroom.verification.record.kafka;

import org.jspecify.annotations.NullMarked;
