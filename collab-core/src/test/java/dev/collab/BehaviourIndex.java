package dev.collab;

import static java.util.stream.Collectors.joining;

import dev.collab.DisplayNames.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts the rules and the tests that name them side by side. */
final class BehaviourIndex {
    private static final Pattern LINE = Pattern.compile(
            "(?<number>B-\\d+) (?<state>built|later) (?<name>\\S.*)" + "|(?<property>P-\\d+) (?<words>\\S.*)");
    private static final Pattern SENTENCE =
            Pattern.compile("(?<numbers>(?:[BP]-[1-9]\\d*,? )+)(?<words>(?![BP]-?\\d)\\S.*)", Pattern.DOTALL);
    private static final Pattern MEANT = Pattern.compile("[BP][- ]?\\d.*", Pattern.DOTALL);

    private final List<Section> sections = new ArrayList<>();
    private final List<Proof> proofs = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * Reads both sides.
     *
     * @param lines the rules: {@code == section}, {@code B-1 built name}, {@code P-1 name}; {@code #} starts a comment
     * @param tests the names of the tests
     */
    BehaviourIndex(List<String> lines, List<Named> tests) {
        lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::addLine);
        tests.forEach(this::addTest);
        rules().stream()
                .filter(rule -> rule.built() && proofs(rule).isEmpty())
                .forEach(rule -> problems.add(rule.number() + " is built and has no test"));
    }

    private record Section(String title, List<Rule> rules) {}

    private record Rule(String number, boolean built, String name) {
        boolean isProperty() {
            return number.startsWith("P");
        }
    }

    private record Proof(String number, Named test, String words) {
        String className() {
            return test.file().replaceAll(".*/|\\.java$", "");
        }
    }

    /** {@return why the rules and the tests do not fit; empty if they do} */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** {@return the document that lists them} */
    String document() {
        var rules = rules().stream().filter(rule -> !rule.isProperty()).toList();
        var text = new StringBuilder();
        text.append("# Rules, and the tests that prove them\n\n")
                .append("Generated from the display names of the tests; `BehaviourIndexTest` says how, and fails when")
                .append(" this file is old.\n\n")
                .append(rules.stream().filter(Rule::built).count())
                .append(" of ")
                .append(rules.size())
                .append(" rules are built.")
                .append(
                        rules.stream().allMatch(Rule::built)
                                ? " "
                                : " Of the others, those marked \"in part\" have tests already. ")
                .append("Properties (P) hold across rules;\nlisted are those with a test.\n");
        sections.forEach(section -> append(text, section));
        return text.toString();
    }

    private void append(StringBuilder text, Section section) {
        var shown = section.rules().stream()
                .filter(rule -> !rule.isProperty() || !proofs(rule).isEmpty())
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        text.append("\n## ").append(section.title()).append('\n');
        for (var rule : shown) {
            text.append("\n### ")
                    .append(rule.number())
                    .append(' ')
                    .append(rule.name())
                    .append('\n');
            state(rule).ifPresent(state -> text.append('\n').append(state).append('\n'));
            if (!proofs(rule).isEmpty()) {
                text.append('\n').append(proofs(rule).stream().map(this::line).collect(joining()));
            }
        }
    }

    private Optional<String> state(Rule rule) {
        if (rule.isProperty()) {
            return Optional.empty();
        }
        if (rule.built()) {
            return Optional.of("Built.");
        }
        return Optional.of(proofs(rule).isEmpty() ? "Not yet." : "Not yet, in part.");
    }

    private String line(Proof proof) {
        var sentence = (proof.test().subject() + " " + proof.words()).strip().replace("<", "&lt;");
        return "- [" + proof.className() + "](../" + proof.test().file() + "): " + sentence + "\n";
    }

    private void addLine(String line) {
        if (line.startsWith("== ")) {
            sections.add(new Section(line.substring(3), new ArrayList<>()));
            return;
        }
        var parts = LINE.matcher(line);
        if (!parts.matches() || sections.isEmpty()) {
            throw new IllegalArgumentException("not a rule: " + line);
        }
        var rule = parts.group("property") == null
                ? new Rule(parts.group("number"), parts.group("state").equals("built"), parts.group("name"))
                : new Rule(parts.group("property"), false, parts.group("words"));
        if (isKnown(rule.number())) {
            throw new IllegalArgumentException("listed twice: " + line);
        }
        sections.get(sections.size() - 1).rules().add(rule);
    }

    private void addTest(Named test) {
        if (test.sentence().isEmpty()) {
            problems.add(test.file() + ": a display name is not written out");
            return;
        }
        var sentence = SENTENCE.matcher(test.sentence());
        if (!sentence.matches()) {
            if (MEANT.matcher(test.sentence()).matches()) {
                problems.add(test.file() + ": not \"B-1 sentence\": " + test.sentence());
            }
            return;
        }
        for (var number : sentence.group("numbers").replace(",", "").split(" ", 0)) {
            if (isKnown(number)) {
                proofs.add(new Proof(number, test, sentence.group("words")));
            } else {
                problems.add(test.file() + ": there is no " + number + ": " + test.sentence());
            }
        }
    }

    private List<Rule> rules() {
        return sections.stream().flatMap(section -> section.rules().stream()).toList();
    }

    private List<Proof> proofs(Rule rule) {
        return proofs.stream()
                .filter(proof -> proof.number().equals(rule.number()))
                .toList();
    }

    private boolean isKnown(String number) {
        return rules().stream().anyMatch(rule -> rule.number().equals(number));
    }
}
