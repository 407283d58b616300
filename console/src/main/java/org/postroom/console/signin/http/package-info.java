/** Signs users in with OpenID Connect and guards every page. */
@NullMarked
package org.postroom.console.signin.http;

import org.jspecify.annotations.NullMarked;
