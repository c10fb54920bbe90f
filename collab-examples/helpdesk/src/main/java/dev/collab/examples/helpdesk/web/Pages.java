package dev.collab.examples.helpdesk.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Serves the pages: plain files of the class path, {@code /console} being {@code console.html}. */
final class Pages {
    /** Names a directory to serve instead, so that whoever works on the pages sees a change at the next reload. */
    static final String DIRECTORY = "helpdesk.pages";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "webmanifest", "application/manifest+json");

    /** No dots but the one before the ending, so that no path leads out. */
    private static final Pattern FILE = Pattern.compile("/(?:[a-z0-9-]+/)*[a-z0-9-]+\\.(html|css|js|svg|webmanifest)");

    private static final Pattern PAGE = Pattern.compile("/[a-z0-9-]+");

    private final @Nullable String directory = System.getProperty(DIRECTORY);

    void serve(Context context) throws IOException {
        var path = context.path();
        var file = path.equals("/") ? "/index.html" : PAGE.matcher(path).matches() ? path + ".html" : path;
        var match = FILE.matcher(file);
        if (!match.matches()) {
            throw new ProblemException(Problems.notFound());
        }
        try (var in = open(file)) {
            if (in == null) {
                throw new ProblemException(Problems.notFound());
            }
            context.contentType(TYPES.getOrDefault(match.group(1), "application/octet-stream"))
                    .result(in.readAllBytes());
        }
    }

    private @Nullable InputStream open(String file) throws IOException {
        if (directory == null) {
            return Pages.class.getResourceAsStream("/pages" + file);
        }
        var place = Path.of(directory + file);
        return Files.isRegularFile(place) ? Files.newInputStream(place) : null;
    }
}
