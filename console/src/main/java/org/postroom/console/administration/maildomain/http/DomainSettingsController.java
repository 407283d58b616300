package org.postroom.console.administration.maildomain.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.postroom.console.administration.FieldChange;
import org.postroom.console.administration.maildomain.MailDomain;
import org.postroom.console.administration.maildomain.Way;
import org.postroom.console.gateway.Answer;
import org.postroom.console.signin.http.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a domain's mail comes and goes: what a change would change is shown before it is saved. */
@Page
@RequestMapping(DomainsController.PATH + "/{domainId}/settings")
class DomainSettingsController {

    private final DomainClient domains;
    private final SendingClient sending;

    DomainSettingsController(DomainClient domains, SendingClient sending) {
        this.domains = domains;
        this.sending = sending;
    }

    @GetMapping
    ModelAndView form(@PathVariable String domainId) {
        MailDomain domain = domains.get(domainId);
        return form(domain, Settings.of(domain), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String domainId,
            Settings settings,
            @RequestParam(defaultValue = "false") boolean seen,
            RedirectAttributes flash) {
        return seen
                ? domains.change(domainId, settings)
                        .fold(
                                saved -> saved(domainId, "The settings are saved.", flash),
                                refused -> refused(domainId, settings, refused))
                : domains.compare(domainId, settings)
                        .fold(
                                dry -> compared(domainId, settings, dry.changes(), flash),
                                refused -> refused(domainId, settings, refused));
    }

    private ModelAndView compared(
            String domainId, Settings settings, List<FieldChange> changes, RedirectAttributes flash) {
        if (changes.isEmpty()) {
            return saved(domainId, "Nothing was changed: these are the settings already.", flash);
        }
        return form(domains.get(domainId), settings, HttpStatus.OK).addObject("changes", changes);
    }

    private ModelAndView refused(String domainId, Settings settings, Answer.Refused<?> refused) {
        MailDomain domain = domains.get(domainId);
        Settings newest = Settings.of(domain);
        if (refused.conflict() && !Objects.equals(newest.version(), settings.version())) {
            return form(domain, settings.onTopOf(newest), HttpStatus.CONFLICT)
                    .addObject("conflict", newest.changesTo(settings));
        }
        return form(domain, settings, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("problem", refused.detail())
                .addObject("errors", refused.errorsByField());
    }

    private static ModelAndView saved(String domainId, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:" + DomainsController.PATH + "/" + domainId + "/settings");
    }

    private ModelAndView form(MailDomain domain, Settings settings, HttpStatus status) {
        var page = new ModelAndView("maildomain/settings");
        page.setStatus(status);
        return page.addObject("domain", domain)
                .addObject("settings", settings)
                .addObject("receivingWays", Way.RECEIVING)
                .addObject("sendingWays", Way.SENDING)
                .addObject("policies", Way.WHEN_UNVERIFIED)
                .addObject("servers", sending.servers())
                .addObject("errors", Map.of());
    }
}
