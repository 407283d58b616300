package org.postroom.console.message.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.postroom.console.message.MailContent;
import org.postroom.console.message.MessageLocation;
import org.postroom.console.message.MessageLocations;
import org.postroom.console.message.ShownBody;
import org.postroom.console.message.mime.StoredMails;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.console.signin.http.Page;
import org.postroom.runtime.problem.NotFoundException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows bodies in a frame of their own and hands attachments out as downloads. */
@Page
@RequestMapping("/interactions/messages/{messageId}")
class MessageController {

    /** Nothing may run or load in the frame of a mail, whatever slipped through the cleaning. */
    private static final String FRAME_POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; "
            + "frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

    private static final String FRAME_HEAD = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Message</title><base target="_blank"><style>
            body{margin:0;padding:.25rem;font:15px/1.5 system-ui,sans-serif;color:#182433;overflow-wrap:anywhere}
            img{max-width:100%;height:auto}table{max-width:100%}p{margin:0 0 .75rem}.plain{white-space:pre-wrap;unicode-bidi:plaintext}
            .fields,.target{color:#49566c}.enclosed,.invitation{margin:.5rem 0;padding:.5rem;border:1px solid #dce1e7}
            .history{margin:.5rem 0}.history>summary{color:#49566c;cursor:pointer}
            .note{padding:.25rem .5rem;background:#fff6dd;color:#5c4813}
            blockquote{margin:.5rem 0;padding-left:.75rem;border-left:3px solid #dce1e7;color:#49566c}
            </style></head><body>
            """;

    private final MessageLocations locations;
    private final StoredMails mails;

    MessageController(MessageLocations locations, StoredMails mails) {
        this.locations = locations;
        this.mails = mails;
    }

    @GetMapping("/body")
    ResponseEntity<byte[]> body(@AuthenticationPrincipal ConsoleUser visitor, @PathVariable String messageId) {
        MailContent mail = read(visitor, messageId);
        String shown =
                new ShownBody(mail, number -> "/interactions/messages/" + messageId + "/pictures/" + number).html();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", FRAME_POLICY)
                .body((FRAME_HEAD + shown + "</body></html>").getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/attachments")
    String attachments(@AuthenticationPrincipal ConsoleUser visitor, @PathVariable String messageId, Model model) {
        List<MailContent.Part> attachments =
                locations.find(visitor.organisationId(), messageId).infected()
                        ? List.of()
                        : read(visitor, messageId).attachments();
        model.addAttribute("attachments", attachments);
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
        MailContent.Part part = part(visitor, messageId, number);
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(part.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        send(visitor, messageId, part, response);
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
        protect(response);
        mails.copyOriginal(visitor.organisationId(), location.key(), response.getOutputStream());
    }

    @GetMapping("/pictures/{number}")
    void picture(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String messageId,
            @PathVariable int number,
            HttpServletResponse response)
            throws IOException {
        MailContent.Part part = part(visitor, messageId, number);
        if (!part.isPicture()) {
            throw new NotFoundException("picture", messageId + "/" + number);
        }
        response.setContentType(part.drawnAs());
        send(visitor, messageId, part, response);
    }

    /** Sends a part as it is read from the store: an attachment can be larger than what a reader's memory is for. */
    private void send(ConsoleUser visitor, String messageId, MailContent.Part part, HttpServletResponse response)
            throws IOException {
        protect(response);
        response.setContentLengthLong(part.size());
        String key = locations.find(visitor.organisationId(), messageId).key();
        mails.copyPart(visitor.organisationId(), key, part.number(), response.getOutputStream());
    }

    /** What strangers sent is not kept by browsers, and is nothing that one would run. */
    private static void protect(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private MailContent.Part part(ConsoleUser visitor, String messageId, int number) {
        if (locations.find(visitor.organisationId(), messageId).infected()) {
            throw new NotFoundException("attachment", messageId + "/" + number);
        }
        return read(visitor, messageId)
                .part(number)
                .orElseThrow(() -> new NotFoundException("attachment", messageId + "/" + number));
    }

    private MailContent read(ConsoleUser visitor, String messageId) {
        MessageLocation location = locations.find(visitor.organisationId(), messageId);
        return location.draft()
                ? mails.draft(visitor.organisationId(), location.key())
                : mails.mail(visitor.organisationId(), location.key());
    }
}
