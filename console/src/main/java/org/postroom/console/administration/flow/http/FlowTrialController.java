package org.postroom.console.administration.flow.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.postroom.console.administration.flow.FlowTrial;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.http.ServiceClient;
import org.postroom.console.signin.http.Page;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tries a flow, as it stands in its form, on a mail; nothing comes of it. */
@Page
@RequestMapping("/administration/flows/{id}/trial")
class FlowTrialController {

    private final ServiceClient domainService;

    FlowTrialController(@Qualifier("domainService") ServiceClient domainService) {
        this.domainService = domainService;
    }

    @GetMapping
    String form(@PathVariable String id, Model model) {
        model.addAttribute("id", id);
        return "administration/flow/trial :: trial";
    }

    /**
     * Tells what the flow would make of a mail.
     *
     * @param definition the definition as it stands in the form; the newest that was saved where it is empty
     * @param from who writes
     * @param to the addresses in To, parted by commas
     * @param subject the subject
     * @param message the source of a mail, whose facts count where the other fields are empty
     */
    @PostMapping
    String trial(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String definition,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String message,
            Model model) {
        Map<String, Object> facts = new HashMap<>();
        if (!from.isBlank()) {
            facts.put("sender", Map.of("address", from.strip()));
        }
        if (!to.isBlank()) {
            facts.put("to", Arrays.stream(to.split(",")).map(String::strip).toList());
        }
        if (!subject.isBlank()) {
            facts.put("subject", subject);
        }
        Map<String, Object> asked = new HashMap<>(Map.of("facts", facts));
        if (!definition.isBlank()) {
            asked.put("definition", definition);
        }
        if (!message.isBlank()) {
            asked.put("message", message);
        }
        switch (domainService.send(HttpMethod.POST, FlowTrial.class, asked, "/api/flows/{id}/trial", id)) {
            case Answer.Done<FlowTrial>(FlowTrial trial) -> {
                model.addAttribute("trial", trial);
                model.addAttribute("outcome", trial.inWords(queueName(trial)));
            }
            case Answer.Refused<FlowTrial> refused ->
                model.addAttribute("problem", refused.errorsByField().getOrDefault("definition", refused.detail()));
        }
        return "administration/flow/trial :: result";
    }

    private String queueName(FlowTrial trial) {
        String queueId = trial.queueId();
        return queueId == null
                ? ""
                : domainService
                        .find(Queue.class, "/api/queues/{id}", queueId)
                        .map(Queue::name)
                        .orElse(queueId);
    }

    /** What the page asks of a queue in the words of domain-service. */
    record Queue(String name) {}
}
