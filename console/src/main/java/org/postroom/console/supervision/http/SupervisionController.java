package org.postroom.console.supervision.http;

import org.postroom.console.signin.ConsoleUser;
import org.postroom.console.signin.http.Page;
import org.postroom.console.supervision.SupervisionReadModel;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Queues and agents, live. */
@Page
@RequestMapping("/supervision")
class SupervisionController {

    private final SupervisionReadModel readModel;

    SupervisionController(SupervisionReadModel readModel) {
        this.readModel = readModel;
    }

    @GetMapping
    String page(@AuthenticationPrincipal ConsoleUser visitor, Model model) {
        show(visitor, model);
        return "supervision/supervision";
    }

    @GetMapping("/now")
    String now(@AuthenticationPrincipal ConsoleUser visitor, Model model) {
        show(visitor, model);
        return "supervision/now :: now";
    }

    private void show(ConsoleUser visitor, Model model) {
        model.addAttribute("queues", readModel.queues(visitor.organisationId()));
        model.addAttribute("agents", readModel.agents(visitor.organisationId()));
    }
}
