package org.postroom.mail.reading;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a character set by the name that a mail program gave it, registered (RFC 2978) or not. */
final class CharsetNames {

    private static final int LONGEST = 60;
    private static final Pattern FILLING = Pattern.compile("[^a-z0-9]|^x-");

    /** Names that mean another set than Java's list of names has it, or that are in no list. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("cp932", "windows-31j"),
            Map.entry("cp949", "x-windows-949"),
            Map.entry("ms949", "x-windows-949"),
            Map.entry("cp950", "x-windows-950"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("latin", "iso-8859-1"),
            Map.entry("iso88598i", "iso-8859-8"),
            Map.entry("iso88598e", "iso-8859-8"),
            Map.entry("iso88596i", "iso-8859-6"),
            Map.entry("iso88596e", "iso-8859-6"),
            Map.entry("utf8n", "utf-8"),
            Map.entry("utf8mb4", "utf-8"),
            Map.entry("ksc5601", "euc-kr"),
            Map.entry("ksc56011989", "euc-kr"),
            Map.entry("gb231280", "gb2312"),
            Map.entry("xxbig5", "big5"),
            Map.entry("macroman", "x-MacRoman"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("mac", "x-MacRoman"),
            Map.entry("maccyrillic", "x-MacCyrillic"),
            Map.entry("koi8r", "koi8-r"),
            Map.entry("koi8ru", "koi8-u"),
            Map.entry("iso2022jpms", "x-windows-iso2022jp"),
            Map.entry("iso646us", "us-ascii"));

    /** The sets that mails are written in; their names are known without hyphens and with a windows-like beginning. */
    private static final Map<String, Charset> SQUEEZED = squeezed();

    private CharsetNames() {}

    /** The set; empty where nobody knows the name, or where the set could be used to hide things, as UTF-7 can. */
    static Optional<Charset> find(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        String squeezed = FILLING.matcher(name).replaceAll("");
        @Nullable String meant = MEANT.get(squeezed);
        if (meant != null) {
            return known(meant);
        }
        return known(name).or(() -> Optional.ofNullable(SQUEEZED.get(squeezed)));
    }

    /** True for the names of UTF-7 (RFC 2152), which is decoded by nobody: in it a letter can stand for an angle bracket. */
    static boolean isUtf7(@Nullable String label) {
        return label != null
                && FILLING.matcher(label.strip().toLowerCase(Locale.ROOT))
                        .replaceAll("")
                        .endsWith("utf7");
    }

    private static Optional<Charset> known(String name) {
        try {
            Charset known = Charset.forName(name);
            return known.newDecoder().maxCharsPerByte() > 4 ? Optional.empty() : Optional.of(known);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }

    private static Map<String, Charset> squeezed() {
        Map<String, Charset> all = new HashMap<>();
        List<String> common =
                List.of("utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "gbk", "gb18030", "gb2312");
        List<String> eastern =
                List.of("big5", "euc-jp", "euc-kr", "shift_jis", "iso-2022-jp", "iso-2022-kr", "tis-620");
        common.forEach(name -> put(all, name, name));
        eastern.forEach(name -> put(all, name, name));
        for (int part = 1; part <= 16; part++) {
            put(all, "iso-8859-" + part, "iso-8859-" + part);
            put(all, "iso8859-" + part, "iso-8859-" + part);
        }
        for (int page = 1250; page <= 1258; page++) {
            for (String begin : List.of("windows", "win", "cp", "ms", "")) {
                put(all, begin + page, "windows-" + page);
            }
        }
        for (int page : new int[] {437, 850, 852, 855, 858, 866}) {
            put(all, "cp" + page, "ibm" + page);
            put(all, "dos" + page, "ibm" + page);
        }
        return Map.copyOf(all);
    }

    private static void put(Map<String, Charset> all, String name, String charset) {
        known(charset).ifPresent(known -> all.put(FILLING.matcher(name).replaceAll(""), known));
    }
}
