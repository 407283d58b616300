package org.postroom.console.message;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Says of every link in HTML that is safe already where it leads, and says it in the text where the text says otherwise. */
final class TrueTargets {

    private static final Pattern HOST = Pattern.compile(
            "(?i)(?:^|[\\s(<])(?:https?://)?(?:[^\\s/@]{1,100}@)?((?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24})(?=[\\s/:?#)>.,]|$)");

    private TrueTargets() {}

    /** The HTML with its links explained. */
    static String shown(String html) {
        if (!html.contains("<a ")) {
            return html;
        }
        Document page = Jsoup.parseBodyFragment(html);
        page.outputSettings().prettyPrint(false);
        for (Element link : page.select("a[href]")) {
            String target = link.attr("href");
            link.attr("title", target);
            String host = host(target);
            Matcher claimed = HOST.matcher(link.text());
            if (!host.isEmpty() && claimed.find() && !isSame(String.valueOf(claimed.group(1)), host)) {
                link.after(new Element("span").addClass("target").text(" [leads to " + host + "]"));
            }
        }
        return page.body().html();
    }

    private static boolean isSame(String claimed, String host) {
        String name = claimed.toLowerCase(Locale.ROOT);
        return host.equals(name) || host.equals("www." + name) || name.equals("www." + host);
    }

    /** The host that a link leads to; empty where it leads to none. */
    private static String host(String target) {
        try {
            String host = URI.create(target.strip()).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException unreadable) {
            return target.regionMatches(true, 0, "http", 0, 4) ? "another address" : "";
        }
    }
}
