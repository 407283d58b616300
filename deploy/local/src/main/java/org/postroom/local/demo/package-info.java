/** The main job on a real message, told step by step. */
@NullMarked
package org.postroom.local.demo;

import org.jspecify.annotations.NullMarked;
