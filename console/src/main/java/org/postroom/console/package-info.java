/** The console: the web pages of Postroom and the read models behind them. */
@NullMarked
package org.postroom.console;

import org.jspecify.annotations.NullMarked;
