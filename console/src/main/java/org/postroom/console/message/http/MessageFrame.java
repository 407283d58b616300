package org.postroom.console.message.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

/** How what strangers wrote is handed to a browser: in a frame in which nothing runs, or as bytes that it keeps and runs nowhere. */
final class MessageFrame {

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

    private MessageFrame() {}

    /** Writes a body that is safe to look at, as it comes out of the store. */
    static void send(InputStream body, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("Content-Security-Policy", FRAME_POLICY);
        var out = response.getOutputStream();
        out.write(FRAME_HEAD.getBytes(StandardCharsets.UTF_8));
        try (body) {
            body.transferTo(out);
        }
        out.write("</body></html>".getBytes(StandardCharsets.UTF_8));
    }

    /** What strangers sent is not kept by browsers, and is nothing that one would run. */
    static void protect(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}
