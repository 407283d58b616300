/** The REST API through which agents command routing. */
@NullMarked
package org.postroom.routing.desk.http;

import org.jspecify.annotations.NullMarked;
