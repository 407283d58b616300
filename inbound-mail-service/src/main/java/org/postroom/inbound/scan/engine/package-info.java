/** The engines that are asked over a network, by their own protocols, and the settings that put them to work. */
@NullMarked
package org.postroom.inbound.scan.engine;

import org.jspecify.annotations.NullMarked;
