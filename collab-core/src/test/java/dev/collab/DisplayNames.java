package dev.collab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads the display names of tests in the sources below a directory.
 *
 * <p>Sources, so that it knows the tests of other modules too, and none that were deleted since the last compilation.
 */
final class DisplayNames {
    private static final String LITERAL = "\"(?:[^\"\\\\]++|\\\\.)*+\"";

    /** An annotation that starts a line; then the head of what it stands at, up to the body. */
    private static final Pattern ANNOTATION = Pattern.compile(
            "^(?<indent> *)@DisplayName\\(\\s*(?<text>" + LITERAL + "(?:\\s*\\+\\s*" + LITERAL
                    + ")*)?(?<rest>[^)]*)\\)(?<head>(?:" + LITERAL + "|[^{;\"]++|\\{[^}]*}\\))*+)",
            Pattern.MULTILINE);

    private static final Pattern TESTS = Pattern.compile("collab-(?:.+/src/test|tck/src/main)/java/.*\\.java");
    /** The gates have projects of their own; a build may be at work in a target. */
    private static final Set<String> SKIPPED = Set.of("collab-gates", "target", ".git");

    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|record|enum)\\s+\\w+");
    private static final Pattern PART = Pattern.compile(LITERAL);

    private DisplayNames() {}

    /**
     * Names a test.
     *
     * @param file where it is, relative to the directory, with slashes
     * @param subject the display names of the classes around it; empty if they have none
     * @param sentence its display name; empty if it is not written out there
     */
    record Named(String file, String subject, String sentence) {}

    /** {@return the named tests in the order of files and lines} */
    static List<Named> below(Path directory) {
        var files = new TreeSet<String>();
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    return SKIPPED.contains(path.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    files.add(directory.relativize(path).toString().replace('\\', '/'));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files.stream()
                .filter(file -> TESTS.matcher(file).matches())
                .flatMap(file -> in(file, read(directory.resolve(file))).stream())
                .toList();
    }

    /** {@return the named tests of a source} */
    static List<Named> in(String file, String source) {
        var names = new ArrayList<Named>();
        // The format gives each level its indentation.
        var subjects = new TreeMap<Integer, String>();
        var annotations = ANNOTATION.matcher(source);
        while (annotations.find()) {
            var text = annotations.group("text");
            var complete = text != null && annotations.group("rest").isBlank();
            var name = complete ? joined(text) : "";
            var indent = annotations.group("indent").length();
            subjects.tailMap(indent).clear();
            if (TYPE.matcher(annotations.group("head")).find()) {
                subjects.put(indent, name);
            } else {
                names.add(new Named(file, String.join(" ", subjects.values()), name));
            }
        }
        return names;
    }

    private static String joined(String literals) {
        var text = new StringBuilder();
        PART.matcher(literals)
                .results()
                .map(part -> part.group().substring(1, part.group().length() - 1))
                .forEach(part -> text.append(part.translateEscapes()));
        return text.toString();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
