/** The part of Confluent's schema registry API that clients use, and the server that offers it. */
@NullMarked
package org.postroom.local.registry.http;

import org.jspecify.annotations.NullMarked;
