package org.postroom.runtime.security;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a {@link SignedInUser} to controllers; refuses tokens that name no organisation. */
final class SignedInUserResolver implements HandlerMethodArgumentResolver {

    private final EffectivePermissions permissions;

    SignedInUserResolver(EffectivePermissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SignedInUser.class;
    }

    @Override
    public SignedInUser resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            return permissions
                    .user(token.getToken())
                    .orElseThrow(() -> new AccessDeniedException(
                            "expected a token with the claim " + Claims.ORGANISATION + ", but it has none"));
        }
        throw new AccessDeniedException("expected a bearer token, but there is none");
    }
}
