/** Mail domains over REST. */
@NullMarked
package org.postroom.domain.maildomain.http;

import org.jspecify.annotations.NullMarked;
