/** What holds for all mail that an organisation receives. */
@NullMarked
package org.postroom.domain.mailrules;

import org.jspecify.annotations.NullMarked;
