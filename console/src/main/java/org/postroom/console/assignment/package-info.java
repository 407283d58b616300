/** Why an agent was offered an interaction, or why nobody was, in words; and how the rest stand in their queue. */
@NullMarked
package org.postroom.console.assignment;

import org.jspecify.annotations.NullMarked;
