package org.postroom.console.message.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.postroom.console.message.MessageLocation;
import org.postroom.console.message.MessageLocations;
import org.postroom.console.message.PicturePass;
import org.postroom.console.message.mime.StoredMails;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.console.signin.http.Page;
import org.postroom.runtime.problem.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Shows a mail with its pictures from the web, once an agent asks for them. They are fetched by the console, so that their servers
 * learn nothing of who reads; and a picture is named by its place in the mail, so that nothing else can be fetched.
 */
@Page
@RequestMapping("/interactions/messages/{messageId}")
class RemotePictureController {

    private static final Logger LOG = LoggerFactory.getLogger(RemotePictureController.class);

    private final MessageLocations locations;
    private final StoredMails mails;
    private final PicturePass passes;
    private final PictureFetcher fetcher;

    RemotePictureController(MessageLocations locations, StoredMails mails, PicturePass passes, PictureFetcher fetcher) {
        this.locations = locations;
        this.mails = mails;
        this.passes = passes;
        this.fetcher = fetcher;
    }

    @PostMapping("/remote-pictures")
    String show(@AuthenticationPrincipal ConsoleUser visitor, @PathVariable String messageId, Model model) {
        located(visitor, messageId);
        model.addAttribute("messageId", messageId);
        model.addAttribute("pass", passes.of(visitor.organisationId(), messageId));
        return "desk/attachments :: pictured";
    }

    @GetMapping("/shown/{pass}/body")
    void body(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String messageId,
            @PathVariable String pass,
            HttpServletResponse response)
            throws IOException {
        MessageLocation location = passed(visitor, messageId, pass);
        MessageFrame.send(mails.page(visitor.organisationId(), location.key(), true), response);
    }

    @GetMapping("/shown/{pass}/remote/{place}")
    void picture(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String messageId,
            @PathVariable String pass,
            @PathVariable int place,
            HttpServletResponse response)
            throws IOException {
        MessageLocation location = passed(visitor, messageId, pass);
        List<String> addresses =
                mails.mail(visitor.organisationId(), location.key()).remotePictures();
        if (place < 0 || place >= addresses.size()) {
            throw new NotFoundException("picture", messageId + "/" + place);
        }
        MessageFrame.protect(response);
        if (!fetched(addresses.get(place), response)) {
            throw new NotFoundException("picture", messageId + "/" + place);
        }
    }

    private boolean fetched(String address, HttpServletResponse response) throws IOException {
        try {
            return fetcher.fetch(address, kind -> {
                response.setContentType(kind.mediaType());
                return response.getOutputStream();
            });
        } catch (IOException failed) {
            if (response.isCommitted()) {
                throw failed;
            }
            LOG.atDebug().setCause(failed).log("A picture of a mail cannot be fetched");
            response.reset();
            return false;
        }
    }

    private MessageLocation passed(ConsoleUser visitor, String messageId, String pass) {
        if (!passes.holds(pass, visitor.organisationId(), messageId)) {
            throw new NotFoundException("page", messageId);
        }
        return located(visitor, messageId);
    }

    private MessageLocation located(ConsoleUser visitor, String messageId) {
        MessageLocation location = locations.find(visitor.organisationId(), messageId);
        if (location.draft() || location.infected()) {
            throw new NotFoundException("message", messageId);
        }
        return location;
    }
}
