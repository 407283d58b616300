package org.postroom.console.administration.entry.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.FieldChange;
import org.postroom.console.administration.entry.Conflict;
import org.postroom.console.administration.entry.Difference;
import org.postroom.console.administration.entry.Entry;
import org.postroom.console.administration.entry.EntryKind;
import org.postroom.console.administration.entry.Form;
import org.postroom.console.administration.entry.Kinds;
import org.postroom.console.gateway.Answer;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.console.signin.http.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages that every kind of entry has: a list, and a form to add, change and remove. A change goes from the form to
 * a page that shows what it will do, and from there to the service; where somebody else was faster, both are shown.
 */
@Page
@RequestMapping(
        "/administration/{plural:addresses|mail-rules|queues|agents|roles|skills|wrap-up-codes|libraries|canned-responses"
                + "|signatures|flows|schedules}")
class EntryController {

    private final EntryService service;
    private final EntryViews views;
    private final EntryJson json;

    EntryController(EntryService service, EntryViews views, EntryJson json) {
        this.service = service;
        this.views = views;
        this.json = json;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String plural,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after) {
        EntryKind kind = Kinds.of(plural);
        return views.list(visitor, kind, q, service.list(kind, q, after));
    }

    @GetMapping("/new")
    ModelAndView blank(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String plural,
            @RequestParam Map<String, String> given) {
        EntryKind kind = Kinds.of(plural);
        Map<String, Object> values = new LinkedHashMap<>(kind.blank());
        given.forEach((name, value) -> kind.field(name).ifPresent(field -> values.put(name, value)));
        return views.form(visitor, kind, new Entry(null, null, values), null);
    }

    @GetMapping("/{id}")
    ModelAndView edit(
            @AuthenticationPrincipal ConsoleUser visitor, @PathVariable String plural, @PathVariable String id) {
        EntryKind kind = Kinds.of(plural);
        Entry entry = service.get(kind, id);
        return views.form(visitor, kind, entry, entry);
    }

    /** Says while one types what is wrong. */
    @PostMapping("/check")
    ModelAndView check(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String plural,
            @RequestParam MultiValueMap<String, String> fields) {
        EntryKind kind = Kinds.of(plural);
        return checked(visitor, kind, kind.read(new Form(fields), null));
    }

    /** Says while one types what is wrong, and what saving would change. */
    @PostMapping("/{id}/check")
    ModelAndView check(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String plural,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields) {
        EntryKind kind = Kinds.of(plural);
        return checked(visitor, kind, kind.read(new Form(fields), id));
    }

    @PostMapping
    ModelAndView create(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String plural,
            @RequestParam MultiValueMap<String, String> fields,
            RedirectAttributes flash) {
        EntryKind kind = Kinds.of(plural);
        Entry entry = kind.read(new Form(fields), null);
        if (!kind.complaints(entry).isEmpty()) {
            return refused(visitor, kind, entry, null, service.tryOut(kind, entry));
        }
        return finished(visitor, kind, entry, null, service.save(kind, entry), flash);
    }

    /** Shows what the change of a form will do. */
    @PostMapping("/{id}")
    ModelAndView review(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String plural,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "{}") String base) {
        EntryKind kind = Kinds.of(plural);
        Entry entry = kind.read(new Form(fields), id);
        return reviewed(visitor, kind, entry, json.read(entry, base));
    }

    /** Opens the form again from the page that shows what a change will do. */
    @PostMapping("/{id}/form")
    ModelAndView again(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String plural,
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam String values,
            @RequestParam String base) {
        var read = new Entry(id, version, Map.of());
        return views.form(visitor, Kinds.of(plural), json.read(read, values), json.read(read, base));
    }

    /** Saves what was shown. */
    @PostMapping("/{id}/save")
    ModelAndView save(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String plural,
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam String values,
            @RequestParam String base,
            RedirectAttributes flash) {
        EntryKind kind = Kinds.of(plural);
        Entry entry = json.read(new Entry(id, version, Map.of()), values);
        return finished(visitor, kind, entry, json.read(entry, base), service.save(kind, entry), flash);
    }

    /** Shows what remains to be changed after the visitor has chosen between two versions. */
    @PostMapping("/{id}/merge")
    ModelAndView merge(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String plural,
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam String mine,
            @RequestParam String base,
            @RequestParam MultiValueMap<String, String> fields) {
        EntryKind kind = Kinds.of(plural);
        Entry theirs = service.get(kind, id);
        Entry wanted = json.read(theirs, mine);
        if (!Long.valueOf(version).equals(theirs.version())) {
            return views.conflict(visitor, new Conflict(kind, json.read(theirs, base), theirs, wanted));
        }
        List<String> taken = kind.fields()
                .map(field -> field.name())
                .filter(name -> "MINE".equals(fields.getFirst("take." + name)))
                .toList();
        Entry merged = new Conflict(kind, theirs, theirs, wanted).merged(taken);
        return reviewed(visitor, kind, merged, theirs);
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable String plural, @PathVariable String id, RedirectAttributes flash) {
        EntryKind kind = Kinds.of(plural);
        if (service.remove(kind, id) instanceof Answer.Refused<Boolean> refused) {
            if (refused.conflict() && kind.removalIsExplained()) {
                return "redirect:" + kind.path() + "/" + id + "/removal";
            }
            flash.addFlashAttribute("problem", refused.detail());
            return "redirect:" + kind.path() + "/" + id;
        }
        flash.addFlashAttribute("notice", "Removed.");
        return "redirect:" + kind.path();
    }

    private ModelAndView checked(ConsoleUser visitor, EntryKind kind, Entry entry) {
        Answer<FieldChange.DryRun> answer = service.tryOut(kind, entry);
        List<Difference> differences = entry.version() == null
                ? List.of()
                : answer.fold(
                        done -> kind.differences(done.changes(), views.options(visitor)),
                        refused -> List.<Difference>of());
        return views.check(visitor, kind, entry, errors(kind, entry, answer), differences);
    }

    private ModelAndView reviewed(ConsoleUser visitor, EntryKind kind, Entry entry, Entry base) {
        Answer<FieldChange.DryRun> answer = service.tryOut(kind, entry);
        if (!errors(kind, entry, answer).isEmpty() || answer instanceof Answer.Refused<FieldChange.DryRun>) {
            return refused(visitor, kind, entry, base, answer);
        }
        List<Difference> differences = answer.fold(
                done -> kind.differences(done.changes(), views.options(visitor)), refused -> List.<Difference>of());
        return views.review(kind, entry, base, differences);
    }

    private ModelAndView finished(
            ConsoleUser visitor,
            EntryKind kind,
            Entry entry,
            @Nullable Entry base,
            Answer<Entry> answer,
            RedirectAttributes flash) {
        if (answer instanceof Answer.Done<Entry> done) {
            flash.addFlashAttribute("notice", kind.label(done.value()) + " is saved.");
            return new ModelAndView("redirect:" + kind.path());
        }
        return refused(visitor, kind, entry, base, answer);
    }

    /** The form with the service's words at its fields, or both versions where somebody else has saved another one. */
    private ModelAndView refused(
            ConsoleUser visitor, EntryKind kind, Entry entry, @Nullable Entry base, Answer<?> answer) {
        boolean conflict = answer instanceof Answer.Refused<?> refused && refused.conflict();
        if (conflict && base != null) {
            Entry theirs = service.get(kind, entry.id());
            if (!Objects.equals(theirs.version(), entry.version())) {
                return views.conflict(visitor, new Conflict(kind, base, theirs, entry));
            }
        }
        String problem = answer instanceof Answer.Refused<?> refused ? refused.detail() : "";
        return views.form(
                visitor,
                kind,
                entry,
                base,
                errors(kind, entry, answer),
                problem,
                conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What the service says of each field, and what could not even be sent to it. */
    private static Map<String, String> errors(EntryKind kind, Entry entry, Answer<?> answer) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (answer instanceof Answer.Refused<?> refused) {
            errors.putAll(refused.errorsByField());
        }
        errors.putAll(kind.complaints(entry));
        return errors;
    }
}
