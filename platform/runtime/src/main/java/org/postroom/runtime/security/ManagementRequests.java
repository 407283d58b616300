package org.postroom.runtime.security;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What may be asked without a token of the management port, and of no other. */
public final class ManagementRequests {

    /** Health and metrics, as far as they are asked for on the management port: on the public one they do not exist. */
    public static final RequestMatcher OPEN = EndpointRequest.to("health", "prometheus");

    private ManagementRequests() {}
}
