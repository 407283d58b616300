/** Connections whose other end others choose: where it is, whether it may be there, and whose certificates count. */
@NullMarked
package org.postroom.runtime.network;

import org.jspecify.annotations.NullMarked;
