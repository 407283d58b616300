/** What agents can be good at. */
@NullMarked
package org.postroom.domain.skill;

import org.jspecify.annotations.NullMarked;
