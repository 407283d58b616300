package org.postroom.console.signin;

import org.jspecify.annotations.Nullable;

/**
 * What every page says of the visitor's organisation.
 *
 * @param id the identifier
 * @param name the name; the identifier until its event has arrived
 * @param suspended true where the operator has suspended it: mail waits, and nothing can be changed
 * @param suspendedReason why; null where the operator gave no reason
 */
public record Organisation(
        String id, String name, boolean suspended, @Nullable String suspendedReason) {}
