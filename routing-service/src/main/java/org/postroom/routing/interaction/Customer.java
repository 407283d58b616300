package org.postroom.routing.interaction;

import org.jspecify.annotations.Nullable;

/**
 * Where answers go.
 *
 * @param address the mail address as the customer wrote it
 * @param name the display name; null where none was given
 */
public record Customer(String address, @Nullable String name) {}
