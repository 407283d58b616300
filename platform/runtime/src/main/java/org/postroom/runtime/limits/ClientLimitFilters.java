package org.postroom.runtime.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;

/** Makes the filters that hold clients to their limits; all of a program share one account of who took what. */
public final class ClientLimitFilters {

    private final ClientLimits limits;
    private final Refusals refusals;

    ClientLimitFilters(ClientLimits limits, Refusals refusals) {
        this.limits = limits;
        this.refusals = refusals;
    }

    /** A filter for the requests that belong to somebody; those of nobody go on without a limit. */
    public ClientLimitFilter of(Function<HttpServletRequest, Optional<Client>> whose) {
        return new ClientLimitFilter(limits, refusals, whose);
    }
}
