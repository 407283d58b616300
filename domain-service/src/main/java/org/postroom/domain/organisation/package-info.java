/** The organisations of the installation. */
@NullMarked
package org.postroom.domain.organisation;

import org.jspecify.annotations.NullMarked;
