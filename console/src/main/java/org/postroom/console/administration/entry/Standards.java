package org.postroom.console.administration.entry;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names that everybody has: time zones and languages. */
public final class Standards {

    private static final List<String> LANGUAGES = List.of(
            "ar", "bg", "cs", "da", "de", "de-AT", "de-CH", "el", "en", "en-GB", "en-US", "es", "et", "fi", "fr", "he",
            "hi", "hr", "hu", "it", "ja", "ko", "lt", "lv", "nl", "no", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl",
            "sv", "th", "tr", "uk", "vi", "zh");

    private Standards() {}

    /** The time zones of places, by IANA name. */
    public static Map<String, String> timeZones() {
        Map<String, String> zones = new LinkedHashMap<>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC")
                        || zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                .sorted()
                .forEach(zone -> zones.put(zone, zone));
        return zones;
    }

    /** Languages that many write mail in, by BCP 47 tag. */
    public static Map<String, String> languages() {
        Map<String, String> languages = new LinkedHashMap<>();
        LANGUAGES.forEach(tag -> languages.put(tag, Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH)));
        return languages;
    }
}
