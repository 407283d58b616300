/** YAML documents, read with limits and written in a stable form. */
@NullMarked
package org.postroom.flow.yaml;

import org.jspecify.annotations.NullMarked;
