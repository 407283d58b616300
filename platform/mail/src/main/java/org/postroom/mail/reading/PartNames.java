package org.postroom.mail.reading;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names for parts that their sender gave none, so that a person knows what they are and a computer opens them. */
final class PartNames {

    private static final String UNKNOWN = "attachment";

    private static final Map<String, String> BY_TYPE = Map.ofEntries(
            Map.entry("text/calendar", "invitation.ics"),
            Map.entry("application/ics", "invitation.ics"),
            Map.entry("message/rfc822", "message.eml"),
            Map.entry("message/global", "message.eml"),
            Map.entry("message/delivery-status", "delivery-status.txt"),
            Map.entry("message/global-delivery-status", "delivery-status.txt"),
            Map.entry("message/disposition-notification", "read-receipt.txt"),
            Map.entry("message/feedback-report", "complaint.txt"),
            Map.entry("text/rfc822-headers", "headers.txt"),
            Map.entry("message/rfc822-headers", "headers.txt"),
            Map.entry("text/plain", "text.txt"),
            Map.entry("text/html", "page.html"),
            Map.entry("text/csv", "table.csv"),
            Map.entry("text/vcard", "contact.vcf"),
            Map.entry("text/x-vcard", "contact.vcf"),
            Map.entry("text/directory", "contact.vcf"),
            Map.entry("text/xml", "data.xml"),
            Map.entry("application/xml", "data.xml"),
            Map.entry("application/json", "data.json"),
            Map.entry("text/rtf", "document.rtf"),
            Map.entry("application/rtf", "document.rtf"),
            Map.entry("application/pdf", "document.pdf"),
            Map.entry("application/msword", "document.doc"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "document.docx"),
            Map.entry("application/vnd.oasis.opendocument.text", "document.odt"),
            Map.entry("application/vnd.ms-excel", "table.xls"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "table.xlsx"),
            Map.entry("application/vnd.oasis.opendocument.spreadsheet", "table.ods"),
            Map.entry("application/vnd.ms-powerpoint", "slides.ppt"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "slides.pptx"),
            Map.entry("application/zip", "archive.zip"),
            Map.entry("application/x-zip-compressed", "archive.zip"),
            Map.entry("application/gzip", "archive.gz"),
            Map.entry("application/ms-tnef", "winmail.dat"),
            Map.entry("application/vnd.ms-tnef", "winmail.dat"),
            Map.entry("application/pkcs7-mime", "smime.p7m"),
            Map.entry("application/x-pkcs7-mime", "smime.p7m"),
            Map.entry("application/pkcs7-signature", "smime.p7s"),
            Map.entry("application/x-pkcs7-signature", "smime.p7s"),
            Map.entry("application/pgp-signature", "signature.asc"),
            Map.entry("application/pgp-encrypted", "version.txt"),
            Map.entry("application/pgp-keys", "key.asc"),
            Map.entry("image/jpeg", "picture.jpg"),
            Map.entry("image/jpg", "picture.jpg"),
            Map.entry("image/pjpeg", "picture.jpg"),
            Map.entry("image/tiff", "picture.tif"),
            Map.entry("image/svg+xml", "picture.svg"),
            Map.entry("audio/mpeg", "recording.mp3"),
            Map.entry("audio/wav", "recording.wav"),
            Map.entry("audio/x-wav", "recording.wav"),
            Map.entry("audio/mp4", "recording.m4a"),
            Map.entry("audio/ogg", "recording.ogg"),
            Map.entry("video/mp4", "video.mp4"),
            Map.entry("video/quicktime", "video.mov"),
            Map.entry("video/mpeg", "video.mpg"));

    private PartNames() {}

    /** The name for a media type in lower case. */
    static String of(String mediaType) {
        @Nullable String name = BY_TYPE.get(mediaType);
        if (name != null) {
            return name;
        }
        String ending = mediaType.substring(mediaType.indexOf('/') + 1);
        boolean picture = mediaType.startsWith("image/") && ending.matches("[a-z]{2,5}");
        return picture ? "picture." + ending : UNKNOWN;
    }
}
