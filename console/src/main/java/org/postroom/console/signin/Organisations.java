package org.postroom.console.signin;

/** Knows what the log says about organisations. */
@FunctionalInterface
public interface Organisations {

    /** The organisation; one that no event has told of yet has its identifier as its name. */
    Organisation find(String organisationId);
}
