package org.postroom.console.administration.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.AdministrationReadModel;
import org.postroom.console.administration.Entry;
import org.postroom.console.administration.Form;
import org.postroom.console.administration.Names;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.http.ServiceClient;
import org.postroom.console.signin.ConsoleUser;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages that every kind of entry has: a list, and a form to add, change and remove. The form's fields, and what the
 * list shows, stay with each kind.
 *
 * @param <T> the kind of entry
 */
abstract class EntryPages<T extends Entry> {

    private final Kind kind;
    private final Class<T> type;
    private final ParameterizedTypeReference<List<T>> listType;
    private final ServiceClient domainService;
    private final AdministrationReadModel readModel;

    EntryPages(Kind kind, Class<T> type, ServiceClient domainService, AdministrationReadModel readModel) {
        this.kind = kind;
        this.type = type;
        this.listType = ParameterizedTypeReference.forType(
                ResolvableType.forClassWithGenerics(List.class, type).getType());
        this.domainService = domainService;
        this.readModel = readModel;
    }

    /** An entry as a new form shows it. */
    abstract T blank();

    /** The entry that a form describes. */
    abstract T read(@Nullable String id, Form form);

    /** What the list shows of an entry, beside its name. */
    abstract List<String> cells(T entry, Names names);

    @GetMapping
    String list(@AuthenticationPrincipal ConsoleUser visitor, Model model) {
        Names names = readModel.names(visitor.organisationId());
        List<Line> lines = domainService.list(listType, kind.api()).stream()
                .map(entry -> new Line(Objects.requireNonNull(entry.id()), entry.label(), cells(entry, names)))
                .toList();
        model.addAttribute("kind", kind);
        model.addAttribute("lines", lines);
        return "administration/list";
    }

    @GetMapping("/new")
    ModelAndView blankForm(@AuthenticationPrincipal ConsoleUser visitor) {
        return form(visitor, blank(), "", Map.of(), HttpStatus.OK);
    }

    @GetMapping("/{id}")
    ModelAndView edit(@AuthenticationPrincipal ConsoleUser visitor, @PathVariable String id) {
        return form(visitor, domainService.get(type, kind.api() + "/{id}", id), "", Map.of(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView create(
            @AuthenticationPrincipal ConsoleUser visitor,
            @RequestParam MultiValueMap<String, String> fields,
            RedirectAttributes flash) {
        T entry = read(null, new Form(fields));
        return saved(visitor, entry, add(entry), flash);
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            RedirectAttributes flash) {
        T entry = read(id, new Form(fields));
        return saved(visitor, entry, put(id, entry), flash);
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable String id, RedirectAttributes flash) {
        Answer<Boolean> answer = domainService.ask(HttpMethod.DELETE, null, kind.api() + "/{id}", id);
        if (answer instanceof Answer.Refused<Boolean> refused) {
            flash.addFlashAttribute("problem", refused.detail());
        } else {
            flash.addFlashAttribute("notice", "Removed.");
        }
        return "redirect:" + kind.path();
    }

    /** Adds an entry; the service chooses its identifier. */
    Answer<T> add(T entry) {
        return domainService.send(HttpMethod.POST, type, entry, kind.api());
    }

    /** Adds or changes an entry under an identifier that the form chose. */
    final Answer<T> put(String id, T entry) {
        return domainService.send(HttpMethod.PUT, type, entry, kind.api() + "/{id}", id);
    }

    /** Goes back to the list, or to the form with the service's words at its fields. */
    final ModelAndView saved(ConsoleUser visitor, T entry, Answer<T> answer, RedirectAttributes flash) {
        return answer.fold(
                done -> {
                    flash.addFlashAttribute("notice", done.label() + " is saved.");
                    return new ModelAndView("redirect:" + kind.path());
                },
                refused -> form(
                        visitor, entry, refused.detail(), refused.errorsByField(), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView form(
            ConsoleUser visitor, T entry, String problem, Map<String, String> errors, HttpStatus status) {
        var page = new ModelAndView("administration/" + kind.form(), status);
        page.addObject("kind", kind);
        page.addObject("entry", entry);
        page.addObject("problem", problem);
        page.addObject("errors", errors);
        page.addObject("names", readModel.names(visitor.organisationId()));
        return page;
    }

    /**
     * One line of a list.
     *
     * @param id the entry
     * @param label its name
     * @param cells the other columns
     */
    record Line(String id, String label, List<String> cells) {}
}
