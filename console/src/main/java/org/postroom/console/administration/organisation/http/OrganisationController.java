package org.postroom.console.administration.organisation.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.postroom.console.administration.organisation.OrganisationEntry;
import org.postroom.console.gateway.Answer;
import org.postroom.console.signin.http.Page;
import org.postroom.runtime.id.IdSource;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organisations of the installation: created, suspended, resumed and removed by its operator. */
@Page
@RequestMapping(OrganisationController.PATH)
class OrganisationController {

    static final String PATH = "/administration/organisations";

    private static final String NOTICE = "notice";
    private static final String PROBLEM = "problem";

    private static final int PAGE = 100;

    private final OrganisationClient organisations;
    private final IdSource ids;

    OrganisationController(OrganisationClient organisations, IdSource ids) {
        this.organisations = organisations;
        this.ids = ids;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String after, Model model) {
        List<OrganisationEntry> found = organisations.some(after, PAGE + 1);
        List<OrganisationEntry> part = found.subList(0, Math.min(found.size(), PAGE));
        model.addAttribute("organisations", part);
        model.addAttribute("next", found.size() > PAGE ? part.getLast().id() : "");
        return "organisation/list";
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return form(OrganisationEntry.blank(), HttpStatus.OK);
    }

    @GetMapping("/{id}")
    ModelAndView edit(@PathVariable String id) {
        return form(organisations.get(id), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView create(OrganisationForm form, RedirectAttributes flash) {
        String id = ids.next();
        return organisations
                .save(id, form)
                .fold(
                        done -> done(
                                PATH + "/" + id,
                                form.name() + " is created. Its system domain is there, and its first administrator"
                                        + " can sign in.",
                                flash),
                        refused -> refused(form.shown(null, null), refused)
                                .addObject("administratorId", form.administratorId())
                                .addObject("administratorName", form.administratorName()));
    }

    @PostMapping("/{id}")
    ModelAndView change(@PathVariable String id, OrganisationForm form, RedirectAttributes flash) {
        return organisations
                .save(id, form)
                .fold(done -> done(PATH + "/" + id, form.name() + " is saved.", flash), refused -> {
                    OrganisationEntry stored = organisations.get(id);
                    boolean overtaken = refused.conflict() && !Objects.equals(stored.version(), form.version());
                    ModelAndView page = refused(form.shown(id, stored), refused);
                    return overtaken ? page.addObject("overtaken", stored) : page;
                });
    }

    @PostMapping("/{id}/suspension")
    ModelAndView suspend(
            @PathVariable String id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        return reaction(
                organisations.suspend(id, reason.strip()),
                id,
                "It is suspended: mail waits with its senders, replies are held, its users can change nothing.",
                flash);
    }

    @PostMapping("/{id}/resumption")
    ModelAndView resume(@PathVariable String id, RedirectAttributes flash) {
        return reaction(organisations.resume(id), id, "It is active again; what waited goes on.", flash);
    }

    @GetMapping("/{id}/removal")
    ModelAndView askForRemoval(@PathVariable String id) {
        return removal(id, "", "", HttpStatus.OK);
    }

    @PostMapping("/{id}/removal")
    ModelAndView remove(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String accountName,
            @RequestParam(defaultValue = "false") boolean despiteOpenInteractions,
            RedirectAttributes flash) {
        return organisations
                .remove(id, accountName.strip(), despiteOpenInteractions)
                .fold(
                        done -> done(PATH, accountName.strip() + " is removed, and all that was kept of it.", flash),
                        refused -> removal(
                                id,
                                accountName,
                                refused.errorsByField().getOrDefault("accountName", refused.detail()),
                                HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static ModelAndView reaction(Answer<Boolean> answer, String id, String notice, RedirectAttributes flash) {
        String path = PATH + "/" + id;
        if (answer instanceof Answer.Refused<Boolean> refused) {
            flash.addFlashAttribute(
                    PROBLEM,
                    refused.errors().isEmpty()
                            ? refused.detail()
                            : refused.errors().getFirst().rule());
            return new ModelAndView("redirect:" + path);
        }
        return done(path, notice, flash);
    }

    private static ModelAndView done(String path, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute(NOTICE, notice);
        return new ModelAndView("redirect:" + path);
    }

    private static ModelAndView refused(OrganisationEntry typed, Answer.Refused<Boolean> refused) {
        return form(typed, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject(PROBLEM, refused.detail())
                .addObject("errors", refused.errorsByField());
    }

    private static ModelAndView form(OrganisationEntry entry, HttpStatus status) {
        var page = new ModelAndView("organisation/form", status);
        page.addObject("entry", entry);
        page.addObject("errors", Map.of());
        return page;
    }

    private ModelAndView removal(String id, String typed, String mistake, HttpStatus status) {
        var page = new ModelAndView("organisation/removal", status);
        page.addObject("entry", organisations.get(id));
        page.addObject("removal", organisations.removal(id));
        page.addObject("typed", typed);
        page.addObject("mistake", mistake);
        return page;
    }
}
