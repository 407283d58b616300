package org.postroom.console.administration.maildomain.http;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.maildomain.MailDomain;
import org.postroom.console.administration.maildomain.Summary;
import org.postroom.console.administration.maildomain.Way;
import org.postroom.console.gateway.Answer;
import org.postroom.console.signin.http.Page;
import org.postroom.runtime.problem.UnavailableException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The mail domains in one list, and the form that adds one. */
@Page
@RequestMapping(DomainsController.PATH)
class DomainsController {

    static final String PATH = "/administration/domains";

    private static final String NAME = "name";

    private final DomainClient domains;
    private final VerificationClient verification;

    DomainsController(DomainClient domains, VerificationClient verification) {
        this.domains = domains;
        this.verification = verification;
    }

    @GetMapping
    String list(Model model) {
        addLines(model);
        return "maildomain/domains";
    }

    @GetMapping("/now")
    String now(Model model) {
        addLines(model);
        return "maildomain/domains-now :: now";
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return form("CUSTOM", "", "", Map.of(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView add(@RequestParam String type, @RequestParam(defaultValue = "") String name) {
        return domains.add(type, name)
                .fold(
                        domain -> new ModelAndView("redirect:" + PATH + "/" + domain.id()),
                        refused -> form(
                                type,
                                name,
                                refused.errorsByField().isEmpty() ? refused.detail() : "",
                                refused.errorsByField(),
                                HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** What is wrong with the name so far. */
    @PostMapping("/validation")
    String validate(@RequestParam String type, @RequestParam(defaultValue = "") String name, Model model) {
        @Nullable String mistake = null;
        if (!name.isBlank() && domains.tryToAdd(type, name) instanceof Answer.Refused<Boolean> refused) {
            mistake = refused.errorsByField().getOrDefault(NAME, refused.detail());
        }
        model.addAttribute("field", NAME);
        model.addAttribute("mistake", mistake);
        return "maildomain/mistake :: mistake";
    }

    private static ModelAndView form(
            String type, String name, String problem, Map<String, String> errors, HttpStatus status) {
        var page = new ModelAndView("maildomain/new", status);
        page.addObject("types", Way.TYPES);
        page.addObject("type", type);
        page.addObject(NAME, name);
        page.addObject("problem", problem);
        page.addObject("errors", errors);
        return page;
    }

    private void addLines(Model model) {
        Map<String, Summary> summaries = Map.of();
        try {
            summaries = verification.summaries().stream()
                    .collect(Collectors.toMap(Summary::domainId, Function.identity(), (one, other) -> other));
        } catch (UnavailableException unavailable) {
            model.addAttribute("problem", unavailable.getMessage() + ". The states below are not known.");
        }
        model.addAttribute("lines", lines(domains.all(), summaries));
    }

    private static List<Line> lines(List<MailDomain> all, Map<String, Summary> summaries) {
        return all.stream()
                .map(domain -> new Line(domain, summaries.getOrDefault(domain.id(), Summary.none(domain.id()))))
                .toList();
    }

    /**
     * A domain in the list.
     *
     * @param domain its settings
     * @param summary its states
     */
    record Line(MailDomain domain, Summary summary) {}
}
