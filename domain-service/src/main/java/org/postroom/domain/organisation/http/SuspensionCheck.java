package org.postroom.domain.organisation.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postroom.domain.organisation.OrganisationState;
import org.postroom.domain.organisation.OrganisationStore;
import org.postroom.domain.organisation.RegisteredOrganisation;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.security.Claims;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Turns the users of a suspended organisation away with 403 and the reason; they may still see their organisation. */
@Component
class SuspensionCheck implements HandlerInterceptor, WebMvcConfigurer {

    private final OrganisationStore organisations;

    SuspensionCheck(OrganisationStore organisations) {
        this.organisations = organisations;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**").excludePathPatterns(OwnOrganisationController.PATH);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            Claims.user(token.getToken())
                    .filter(user -> !user.permissions().contains("installation:operate"))
                    .map(SignedInUser::organisationId)
                    .map(OrganisationId::new)
                    .flatMap(organisations::find)
                    .ifPresent(SuspensionCheck::refuseSuspended);
        }
        return true;
    }

    private static void refuseSuspended(RegisteredOrganisation organisation) {
        if (organisation.state() instanceof OrganisationState.Suspended suspended) {
            throw new ErrorResponseException(
                    HttpStatus.FORBIDDEN,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.FORBIDDEN,
                            "expected an organisation that is in use, but yours is suspended: "
                                    + suspended.reason().value()),
                    null);
        }
    }
}
