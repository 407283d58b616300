package org.postroom.console.message.http;

import static org.postroom.console.signin.Permissions.HANDLE_EMAIL;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.postroom.console.message.MailContent;
import org.postroom.console.message.MessageLocation;
import org.postroom.console.message.MessageLocations;
import org.postroom.console.message.PreparedMail;
import org.postroom.console.message.mime.StoredMails;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.console.signin.http.Page;
import org.postroom.runtime.problem.NotFoundException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows bodies in a frame of their own and hands attachments out as downloads. */
@Page
@RequestMapping("/interactions/messages/{messageId}")
class MessageController {

    private final MessageLocations locations;
    private final StoredMails mails;

    MessageController(MessageLocations locations, StoredMails mails) {
        this.locations = locations;
        this.mails = mails;
    }

    @GetMapping("/body")
    void body(
            @AuthenticationPrincipal ConsoleUser visitor, @PathVariable String messageId, HttpServletResponse response)
            throws IOException {
        MessageLocation location = locations.find(visitor.organisationId(), messageId);
        MessageFrame.send(
                location.draft()
                        ? mails.draft(visitor.organisationId(), location.key())
                        : mails.page(visitor.organisationId(), location.key(), false),
                response);
    }

    /** What hangs on a mail: its files, and whether it has pictures that are not loaded. */
    @GetMapping("/attachments")
    String attachments(@AuthenticationPrincipal ConsoleUser visitor, @PathVariable String messageId, Model model) {
        MessageLocation location = locations.find(visitor.organisationId(), messageId);
        boolean given = !location.draft() && !location.infected();
        List<MailContent.Part> attachments = List.of();
        boolean remotePictures = false;
        if (given) {
            PreparedMail mail = mails.mail(visitor.organisationId(), location.key());
            attachments = mail.attachments();
            remotePictures = !mail.remotePictures().isEmpty() && visitor.may(HANDLE_EMAIL);
        }
        model.addAttribute("attachments", attachments);
        model.addAttribute("remotePictures", remotePictures);
        model.addAttribute("messageId", messageId);
        return "desk/attachments :: list";
    }

    @GetMapping("/attachments/{number}")
    void attachment(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String messageId,
            @PathVariable int number,
            HttpServletResponse response)
            throws IOException {
        MessageLocation location = located(visitor, messageId, number);
        PreparedMail mail = mails.mail(visitor.organisationId(), location.key());
        MailContent.Part part =
                mail.part(number).orElseThrow(() -> new NotFoundException("attachment", messageId + "/" + number));
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(part.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        send(visitor, location.key(), mail, part, response);
    }

    /** The mail as it was received, for whoever doubts what is shown of it. */
    @GetMapping("/original")
    void original(
            @AuthenticationPrincipal ConsoleUser visitor, @PathVariable String messageId, HttpServletResponse response)
            throws IOException {
        MessageLocation location = locations.find(visitor.organisationId(), messageId);
        if (location.draft() || location.infected()) {
            throw new NotFoundException("original", messageId);
        }
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("message.eml").build().toString());
        MessageFrame.protect(response);
        mails.copyOriginal(visitor.organisationId(), location.key(), response.getOutputStream());
    }

    /** A picture inside the mail, for its body, whether or not that shows those from elsewhere too. */
    @GetMapping({"/pictures/{number}", "/shown/{pass}/pictures/{number}"})
    void picture(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String messageId,
            @PathVariable int number,
            HttpServletResponse response)
            throws IOException {
        MessageLocation location = located(visitor, messageId, number);
        PreparedMail mail = mails.mail(visitor.organisationId(), location.key());
        MailContent.Part part = mail.part(number)
                .filter(MailContent.Part::isPicture)
                .orElseThrow(() -> new NotFoundException("picture", messageId + "/" + number));
        response.setContentType(part.drawnAs());
        send(visitor, location.key(), mail, part, response);
    }

    /** Sends a part as it comes out of the store: an attachment can be larger than what a reader's memory is for. */
    private void send(
            ConsoleUser visitor, String key, PreparedMail mail, MailContent.Part part, HttpServletResponse response)
            throws IOException {
        MessageFrame.protect(response);
        response.setContentLengthLong(part.size());
        mails.copyPart(visitor.organisationId(), key, mail, part, response.getOutputStream());
    }

    private MessageLocation located(ConsoleUser visitor, String messageId, int number) {
        MessageLocation location = locations.find(visitor.organisationId(), messageId);
        if (location.draft() || location.infected()) {
            throw new NotFoundException("attachment", messageId + "/" + number);
        }
        return location;
    }
}
