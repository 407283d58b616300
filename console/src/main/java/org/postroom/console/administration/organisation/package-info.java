/** The organisations of the installation, for its operator. */
@NullMarked
package org.postroom.console.administration.organisation;

import org.jspecify.annotations.NullMarked;
