/** What is to happen with mail before an agent sees it, as definitions with versions. */
@NullMarked
package org.postroom.domain.flow;

import org.jspecify.annotations.NullMarked;
