package org.postroom.console.signin.http;

import org.jspecify.annotations.Nullable;
import org.postroom.runtime.access.AccessTable.Standing;
import org.postroom.runtime.problem.NotFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The one page of those whose organisation is suspended or removed; only the gate leads to it. */
@Page
class StandingController {

    static final String PATH = "/standing";
    static final String STANDING = "standing";

    @RequestMapping(PATH)
    ModelAndView standing(@RequestAttribute(name = STANDING, required = false) @Nullable Standing standing) {
        if (standing == null) {
            throw new NotFoundException("page", PATH);
        }
        var page = new ModelAndView("error/standing", HttpStatus.FORBIDDEN);
        page.addObject(STANDING, standing.name());
        page.addObject(
                "title",
                standing == Standing.SUSPENDED ? "Your organisation is suspended" : "Your organisation was removed");
        return page;
    }
}
