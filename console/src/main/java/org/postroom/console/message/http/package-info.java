/** Serves bodies and attachments of mails to the browser. */
@NullMarked
package org.postroom.console.message.http;

import org.jspecify.annotations.NullMarked;
