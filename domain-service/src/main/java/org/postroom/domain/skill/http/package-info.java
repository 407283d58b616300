/** Skills over REST. */
@NullMarked
package org.postroom.domain.skill.http;

import org.jspecify.annotations.NullMarked;
