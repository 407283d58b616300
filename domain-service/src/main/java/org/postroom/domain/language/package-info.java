/** The languages that people and addresses speak. */
@NullMarked
package org.postroom.domain.language;

import org.jspecify.annotations.NullMarked;
