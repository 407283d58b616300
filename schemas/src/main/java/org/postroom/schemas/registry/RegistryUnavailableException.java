package org.postroom.schemas.registry;

import org.apache.kafka.common.errors.RetriableException;

/** None of the registry's addresses answered within the attempts allowed: the same request may succeed later. */
public final class RegistryUnavailableException extends RetriableException {

    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
