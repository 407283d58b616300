package org.postroom.console.administration.entry.http;

import org.postroom.console.administration.entry.EntryKind;
import org.postroom.console.administration.entry.Kinds;
import org.postroom.console.gateway.Answer;
import org.postroom.console.signin.http.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks before an entry is removed that others hang on: says what happens, and removes it once that is confirmed. */
@Page
@RequestMapping("/administration/{plural:addresses|agents|queues}/{id}/removal")
class EntryRemovalController {

    private final EntryService service;

    EntryRemovalController(EntryService service) {
        this.service = service;
    }

    @GetMapping
    String ask(@PathVariable String plural, @PathVariable String id, Model model) {
        EntryKind kind = Kinds.of(plural);
        model.addAttribute("kind", kind);
        model.addAttribute("id", id);
        model.addAttribute("removal", service.removal(kind, id));
        return "administration/entry/removal";
    }

    @PostMapping
    String remove(@PathVariable String plural, @PathVariable String id, RedirectAttributes flash) {
        EntryKind kind = Kinds.of(plural);
        String name = service.removal(kind, id).name();
        if (service.removeConfirmed(kind, id) instanceof Answer.Refused<Boolean> refused) {
            flash.addFlashAttribute("problem", refused.detail());
            return "redirect:" + kind.path() + "/" + id;
        }
        flash.addFlashAttribute("notice", name + " is removed.");
        return "redirect:" + kind.path();
    }
}
