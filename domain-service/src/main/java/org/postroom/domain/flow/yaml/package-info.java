/** Reading of definitions. */
@NullMarked
package org.postroom.domain.flow.yaml;

import org.jspecify.annotations.NullMarked;
