/** Conditions in the Common Expression Language, checked before they are kept and bounded in what they cost. */
@NullMarked
package org.postroom.flow.condition;

import org.jspecify.annotations.NullMarked;
