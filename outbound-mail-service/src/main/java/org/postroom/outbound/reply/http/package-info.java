/** The REST API of replies. */
@NullMarked
package org.postroom.outbound.reply.http;

import org.jspecify.annotations.NullMarked;
