package org.postroom.console.administration.smtpserver.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.maildomain.Way;
import org.postroom.console.administration.smtpserver.ConnectionTest;
import org.postroom.console.administration.smtpserver.SmtpServer;
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

/** The organisation's own SMTP servers: set up, tried and removed. Secrets go in and never come back. */
@Page
@RequestMapping(SmtpServerController.PATH)
class SmtpServerController {

    static final String PATH = "/administration/smtp-servers";

    private static final String API = "/api/smtp-servers";
    private static final String ONE = API + "/{id}";
    private static final String PROBLEM = "problem";

    private static final ParameterizedTypeReference<List<SmtpServer>> SERVERS = new ParameterizedTypeReference<>() {};

    private static final List<Way> ENCRYPTION = List.of(
            new Way("STARTTLS", "STARTTLS", "Encrypted after the greeting; usual on port 587."),
            new Way("TLS", "TLS", "Encrypted from the first byte; usual on port 465."),
            new Way("NONE", "None", "Nothing is encrypted. Only for servers within your own network."));

    private static final List<Way> AUTHENTICATION = List.of(
            new Way("PASSWORD", "User and password", "What most servers want."),
            new Way("OAUTH2", "OAuth2", "An access token is fetched by client credentials."),
            new Way("NONE", "No sign-in", "The server knows this installation by its network address."));

    private final ServiceClient outbound;

    SmtpServerController(@Qualifier("outboundService") ServiceClient outbound) {
        this.outbound = outbound;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("servers", outbound.list(SERVERS, API));
        return "smtpserver/list";
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return form(SmtpServer.blank(), HttpStatus.OK);
    }

    @GetMapping("/{id}")
    ModelAndView edit(@PathVariable String id) {
        return form(outbound.get(SmtpServer.class, ONE, id), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView add(ServerForm form, RedirectAttributes flash) {
        return outbound.send(HttpMethod.POST, SmtpServer.class, form.wish(), API)
                .fold(saved -> saved(saved, flash), refused -> refused(form.shown(null, null), refused));
    }

    @PostMapping("/{id}")
    ModelAndView change(@PathVariable String id, ServerForm form, RedirectAttributes flash) {
        return outbound.send(HttpMethod.PUT, SmtpServer.class, form.wish(), ONE, id)
                .fold(saved -> saved(saved, flash), refused -> {
                    SmtpServer stored = outbound.get(SmtpServer.class, ONE, id);
                    boolean overtaken = refused.conflict() && !Objects.equals(stored.version(), form.version());
                    ModelAndView page = refused(form.shown(id, stored), refused);
                    return overtaken ? page.addObject("overtaken", stored) : page;
                });
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable String id, RedirectAttributes flash) {
        Answer<Boolean> answer = outbound.ask(HttpMethod.DELETE, null, ONE, id);
        if (answer instanceof Answer.Refused<Boolean> refused) {
            flash.addFlashAttribute(PROBLEM, refused.detail());
            return "redirect:" + PATH + "/" + id;
        }
        flash.addFlashAttribute("notice", "Removed.");
        return "redirect:" + PATH;
    }

    /** Tries what the form says, saved or not, and shows each step. */
    @PostMapping("/connection-tests")
    String test(
            ServerForm form,
            @RequestParam(defaultValue = "") String smtpServerId,
            @RequestParam(defaultValue = "") String from,
            Model model) {
        Answer<ConnectionTest> answer = outbound.patient()
                .send(
                        HttpMethod.POST,
                        ConnectionTest.class,
                        form.wish(smtpServerId.isEmpty() ? null : smtpServerId, from),
                        API + "/connection-tests");
        switch (answer) {
            case Answer.Done<ConnectionTest>(ConnectionTest test) -> model.addAttribute("test", test);
            case Answer.Refused<ConnectionTest> refused -> {
                model.addAttribute("refusal", refused.detail());
                model.addAttribute("mistakes", refused.errors());
            }
        }
        model.addAttribute("works", "Replies can leave through this server.");
        model.addAttribute("fails", "Replies cannot leave through this server yet.");
        return "administration/connection-test :: result";
    }

    private static ModelAndView saved(SmtpServer saved, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "notice", saved.name() + " is saved. Attach it to a domain under Receiving and sending.");
        return new ModelAndView("redirect:" + PATH);
    }

    private static ModelAndView refused(SmtpServer typed, Answer.Refused<SmtpServer> refused) {
        return form(typed, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject(PROBLEM, refused.detail())
                .addObject("errors", refused.errorsByField());
    }

    private static ModelAndView form(@Nullable SmtpServer server, HttpStatusCode status) {
        var page = new ModelAndView("smtpserver/form");
        page.setStatus(status);
        return page.addObject("server", server)
                .addObject("encryption", ENCRYPTION)
                .addObject("ways", AUTHENTICATION)
                .addObject("errors", Map.of());
    }
}
