package org.postroom.console.signin.http;

import org.postroom.console.signin.ConsoleUser;
import org.postroom.console.signin.Permissions;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;

/** Brings each visitor to the page of their work. */
@Page
class StartController {

    @GetMapping("/")
    String start(@AuthenticationPrincipal ConsoleUser visitor) {
        if (visitor.may(Permissions.MANAGE_EMAIL)) {
            return "redirect:/administration/domains";
        }
        if (visitor.may(Permissions.HANDLE_EMAIL)) {
            return "redirect:/desk";
        }
        if (visitor.may(Permissions.SUPERVISE)) {
            return "redirect:/supervision";
        }
        String administration = Navigation.of(visitor).start();
        return administration.isEmpty() ? "welcome" : "redirect:" + administration;
    }
}
