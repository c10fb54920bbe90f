package dev.collab.examples.helpdesk.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites out: nobody logs in here, so a page from elsewhere must not act for whoever sits at this machine.
 *
 * <p>The server answers to a loopback name only, so that no name somebody else owns leads here; the API answers to its
 * own pages only; and what changes something is JSON, which no form of another page can send.
 */
final class Guard {
    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");
    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private Guard() {}

    static void register(RoutesConfig routes) {
        routes.before(Guard::check);
    }

    static void addHeaders(String path, BiConsumer<String, String> to) {
        HEADERS.forEach(to);
        to.accept("Cache-Control", path.startsWith("/api/") ? "no-store" : "no-cache");
    }

    private static void check(Context context) {
        addHeaders(context.path(), context::header);
        var host = context.header("Host");
        if (host == null || !LOOPBACK.matcher(host).matches()) {
            throw new ProblemException(Problem.of(421, "WRONG_HOST", "This server has another name."));
        }
        if (!isSafe(context) || context.path().startsWith("/api/")) {
            refuseOtherSites(context, host);
        }
        if (!isSafe(context)) {
            if (!isJson(context.contentType())) {
                throw new ProblemException(Problem.of(415, "NOT_JSON", "The request must be JSON."));
            }
            // Read here, also by routes that need nothing of it: what is left unread closes the connection.
            context.bodyAsBytes();
        }
    }

    private static boolean isSafe(Context context) {
        return SAFE.contains(context.method());
    }

    /** Browsers say where a request comes from; other programs need not. */
    private static void refuseOtherSites(Context context, String host) {
        var site = context.header("Sec-Fetch-Site");
        var origin = context.header("Origin");
        boolean sameSite = site == null || site.equals("same-origin") || site.equals("none");
        boolean sameOrigin = origin == null || origin.equals("http://" + host);
        if (!sameSite || !sameOrigin) {
            throw new ProblemException(Problem.of(403, "CROSS_SITE", "Requests of other sites are refused."));
        }
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }
}
