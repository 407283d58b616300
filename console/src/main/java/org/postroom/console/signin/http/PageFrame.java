package org.postroom.console.signin.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.console.gateway.ForbiddenException;
import org.postroom.console.gateway.TooOftenException;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.console.signin.Organisations;
import org.postroom.runtime.problem.NotFoundException;
import org.postroom.runtime.problem.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What every page has: the visitor, the menu and the organisation for its frame, and pages for what goes wrong. */
@ControllerAdvice(annotations = Page.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFrame {

    private static final Logger LOG = LoggerFactory.getLogger(PageFrame.class);

    private final Organisations organisations;

    PageFrame(Organisations organisations) {
        this.organisations = organisations;
    }

    @ModelAttribute
    void visitor(@AuthenticationPrincipal @Nullable ConsoleUser visitor, Model model) {
        if (visitor != null) {
            frame(visitor).forEach(model::addAttribute);
        }
    }

    @ExceptionHandler
    ModelAndView notFound(NotFoundException missing, @AuthenticationPrincipal ConsoleUser visitor) {
        return page(
                HttpStatus.NOT_FOUND,
                "There is no such page",
                "It may have been removed, or it never belonged to your organisation.",
                visitor);
    }

    @ExceptionHandler
    ModelAndView forbidden(ForbiddenException forbidden, @AuthenticationPrincipal ConsoleUser visitor) {
        return page(HttpStatus.FORBIDDEN, "This is not for you", String.valueOf(forbidden.getMessage()), visitor);
    }

    @ExceptionHandler
    ModelAndView tooOften(
            TooOftenException refused, HttpServletResponse response, @AuthenticationPrincipal ConsoleUser visitor) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        return page(
                HttpStatus.TOO_MANY_REQUESTS,
                "That was too much at once",
                "Your requests, or those of your organisation together, came faster than Postroom answers them. "
                        + "Nothing was changed; wait some seconds and load the page again.",
                visitor);
    }

    @ExceptionHandler
    ModelAndView unavailable(UnavailableException unavailable, @AuthenticationPrincipal ConsoleUser visitor) {
        LOG.atWarn().setCause(unavailable).log("A service could not be reached");
        return page(
                HttpStatus.SERVICE_UNAVAILABLE,
                "A part of Postroom cannot be reached",
                unavailable.getMessage() + ". Nothing was changed; try again in a moment.",
                visitor);
    }

    @ExceptionHandler
    @Nullable
    ModelAndView signInExpired(
            ClientAuthorizationException expired, HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", SignInEntry.SIGN_IN_PATH);
            return null;
        }
        return new ModelAndView("redirect:" + SignInEntry.SIGN_IN_PATH);
    }

    private Map<String, Object> frame(ConsoleUser visitor) {
        return Map.of(
                "visitor", visitor,
                "navigation", Navigation.of(visitor),
                "organisation", organisations.find(visitor.organisationId()));
    }

    private ModelAndView page(HttpStatus status, String title, String detail, ConsoleUser visitor) {
        var page = new ModelAndView("error/trouble", status);
        page.addAllObjects(frame(visitor));
        page.addObject("title", title);
        page.addObject("detail", detail);
        return page;
    }
}
