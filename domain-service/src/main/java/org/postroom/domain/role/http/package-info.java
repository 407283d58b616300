/** Roles and permissions over HTTP. */
@NullMarked
package org.postroom.domain.role.http;

import org.jspecify.annotations.NullMarked;
