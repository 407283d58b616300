package org.postroom.console.administration.mailbox.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.mailbox.Mailbox;
import org.postroom.console.administration.mailbox.MailboxTrial;
import org.postroom.console.administration.maildomain.Way;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.http.ServiceClient;
import org.postroom.console.signin.http.Page;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mailboxes that mail is fetched from: set up, tried and removed. Secrets go in and never come back. */
@Page
@RequestMapping(MailboxController.PATH)
class MailboxController {

    static final String PATH = "/administration/mailboxes";

    private static final String API = "/api/mailboxes";
    private static final String ONE = API + "/{id}";
    private static final String PROBLEM = "problem";

    private static final ParameterizedTypeReference<List<Address>> ADDRESSES = new ParameterizedTypeReference<>() {};

    private static final List<Way> ENCRYPTION = List.of(
            new Way("TLS", "TLS", "Encrypted from the first byte; usual on port 993."),
            new Way("STARTTLS", "STARTTLS", "Encrypted after the greeting; usual on port 143."),
            new Way("NONE", "None", "Nothing is encrypted. Only for servers within your own network."));

    private static final List<Way> AUTHENTICATION = List.of(
            new Way("PASSWORD", "User and password", "Often a password made for one application."),
            new Way(
                    "OAUTH2",
                    "OAuth2",
                    "An access token is fetched by client credentials, as Microsoft 365 wants it."));

    private static final List<Way> AFTERWARDS = List.of(
            new Way("NOTHING", "Nothing", "The mail stays as it is; nobody sees that it was fetched."),
            new Way("MARK_READ", "Mark it as read", "The mail stays, marked as read."),
            new Way("DELETE", "Delete it", "The mail is deleted from the mailbox once it is kept here."));

    private final ServiceClient inbound;
    private final ServiceClient domains;

    MailboxController(
            @Qualifier("inboundService") ServiceClient inbound, @Qualifier("domainService") ServiceClient domains) {
        this.inbound = inbound;
        this.domains = domains;
    }

    /** An installation that has no database for mailboxes knows no such thing, and says so. */
    @GetMapping
    String list(Model model) {
        inbound.find(Mailbox[].class, API)
                .ifPresentOrElse(
                        mailboxes -> {
                            model.addAttribute("mailboxes", List.of(mailboxes));
                            model.addAttribute("addresses", addresses());
                        },
                        () -> model.addAttribute("absent", true));
        return "mailbox/list";
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return form(Mailbox.blank(), HttpStatus.OK);
    }

    @GetMapping("/{id}")
    ModelAndView edit(@PathVariable String id) {
        return form(inbound.get(Mailbox.class, ONE, id), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView add(MailboxForm form, RedirectAttributes flash) {
        return inbound.send(HttpMethod.POST, Mailbox.class, form.wish(), API)
                .fold(saved -> saved(saved, flash), refused -> refused(form.shown(null, null), refused));
    }

    @PostMapping("/{id}")
    ModelAndView change(@PathVariable String id, MailboxForm form, RedirectAttributes flash) {
        return inbound.send(HttpMethod.PUT, Mailbox.class, form.wish(), ONE, id)
                .fold(saved -> saved(saved, flash), refused -> {
                    Mailbox stored = inbound.get(Mailbox.class, ONE, id);
                    boolean overtaken = refused.conflict() && !Objects.equals(stored.version(), form.version());
                    ModelAndView page = refused(form.shown(id, stored), refused);
                    return overtaken ? page.addObject("overtaken", stored) : page;
                });
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable String id, RedirectAttributes flash) {
        Answer<Boolean> answer = inbound.ask(HttpMethod.DELETE, null, ONE, id);
        if (answer instanceof Answer.Refused<Boolean> refused) {
            flash.addFlashAttribute(PROBLEM, refused.detail());
            return "redirect:" + PATH + "/" + id;
        }
        flash.addFlashAttribute("notice", "Removed. The mailbox itself is as it was.");
        return "redirect:" + PATH;
    }

    /** Tries what the form says, saved or not, and shows each step. */
    @PostMapping("/connection-tests")
    String test(MailboxForm form, @RequestParam(defaultValue = "") String mailboxId, Model model) {
        Answer<MailboxTrial> answer = inbound.patient()
                .send(
                        HttpMethod.POST,
                        MailboxTrial.class,
                        form.trial(mailboxId.isEmpty() ? null : mailboxId),
                        API + "/connection-tests");
        switch (answer) {
            case Answer.Done<MailboxTrial>(MailboxTrial trial) -> model.addAttribute("test", trial);
            case Answer.Refused<MailboxTrial> refused -> {
                model.addAttribute("refusal", refused.detail());
                model.addAttribute("mistakes", refused.errors());
            }
        }
        model.addAttribute("works", "Mail can be fetched from this mailbox.");
        model.addAttribute("fails", "Mail cannot be fetched from this mailbox yet.");
        return "administration/connection-test :: result";
    }

    private static ModelAndView saved(Mailbox saved, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "Saved. Mail of " + saved.userName() + " is fetched from now on.");
        return new ModelAndView("redirect:" + PATH);
    }

    private ModelAndView refused(Mailbox typed, Answer.Refused<Mailbox> refused) {
        return form(typed, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject(PROBLEM, refused.detail())
                .addObject("errors", refused.errorsByField());
    }

    private ModelAndView form(Mailbox mailbox, HttpStatusCode status) {
        var page = new ModelAndView("mailbox/form");
        page.setStatus(status);
        return page.addObject("mailbox", mailbox)
                .addObject("addresses", addresses())
                .addObject("encryption", ENCRYPTION)
                .addObject("ways", AUTHENTICATION)
                .addObject("afterwards", AFTERWARDS)
                .addObject("errors", Map.of());
    }

    /** What each address is called, by its identifier, in the order of their names. */
    private Map<String, String> addresses() {
        Map<String, String> names = new TreeMap<>();
        domains.list(ADDRESSES, "/api/addresses?limit=1000")
                .forEach(address -> names.put(address.id(), address.name()));
        return names;
    }

    /**
     * An address of the organisation.
     *
     * @param id its identifier
     * @param address the whole address
     */
    record Address(String id, @Nullable String address) {

        String name() {
            return address == null ? id : address;
        }
    }
}
