/** Agents over REST. */
@NullMarked
package org.postroom.domain.agent.http;

import org.jspecify.annotations.NullMarked;
