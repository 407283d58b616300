package org.postroom.console.administration.entry.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.postroom.console.administration.entry.Entry;
import org.postroom.console.administration.entry.EntryKind;
import org.postroom.console.administration.entry.Form;
import org.postroom.console.administration.entry.Kinds;
import org.postroom.console.administration.entry.TextPreview;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.http.ServiceClient;
import org.postroom.console.message.SafeHtml;
import org.postroom.console.message.Substitutions;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.console.signin.http.Page;
import org.postroom.runtime.problem.NotFoundException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows texts as a mail would show them, with the visitor as the agent. */
@Page
class PreviewController {

    private static final String FRAME_STYLE =
            "<style>body{margin:.5rem;font:15px/1.5 system-ui,sans-serif}p{margin:0 0 .75rem}</style>";

    private final ServiceClient domainService;
    private final EntryService entries;

    PreviewController(@Qualifier("domainService") ServiceClient domainService, EntryService entries) {
        this.domainService = domainService;
        this.entries = entries;
    }

    /** The text of a form that is being written. */
    @PostMapping("/administration/{plural:canned-responses|signatures}/preview")
    String text(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String plural,
            @RequestParam MultiValueMap<String, String> fields,
            Model model) {
        EntryKind kind = Kinds.of(plural);
        Map<String, Object> asked = new LinkedHashMap<>(kind.body(kind.read(new Form(fields), null)));
        asked.put("values", values(visitor));
        Answer<TextPreview> answer =
                domainService.send(HttpMethod.POST, TextPreview.class, asked, "/api/substitution-preview");
        if (answer instanceof Answer.Done<TextPreview>(TextPreview preview)) {
            show(model, preview.html());
            model.addAttribute("text", preview.text());
            model.addAttribute("unknown", preview.unknown());
        }
        return "administration/entry/preview :: text";
    }

    /** The signature that is chosen in the form of an address. */
    @GetMapping("/administration/addresses/signature-preview")
    String signature(
            @AuthenticationPrincipal ConsoleUser visitor,
            @RequestParam(defaultValue = "") String signatureId,
            Model model) {
        if (!signatureId.isEmpty()) {
            try {
                Entry signature = entries.get(Kinds.of("signatures"), signatureId);
                show(model, Substitutions.fill(signature.text("html"), values(visitor), Map.of()));
            } catch (NotFoundException removed) {
                // The list still offered it; there is nothing to show.
                model.addAttribute("html", "");
            }
        }
        return "administration/entry/preview :: signature";
    }

    private static void show(Model model, String html) {
        model.addAttribute("html", FRAME_STYLE + SafeHtml.clean(html));
    }

    private static Map<String, String> values(ConsoleUser visitor) {
        return Map.of("agent.name", visitor.displayName(), "customer.name", "Carla Customer");
    }
}
