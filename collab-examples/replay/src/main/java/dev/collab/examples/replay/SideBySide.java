package dev.collab.examples.replay;

import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.CustomerEntry;
import dev.collab.model.Audience;
import dev.collab.model.NotificationKind;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Prints the three views of a chat beside each other, what is one entry in one row, and below them who was told of what.
 *
 * <p>Every line of a note begins with {@code ##}, every line of an event with {@code --}. No line of a message or a
 * reply does: its first line begins with who wrote it, its others with blanks. So nobody can write a line that looks like
 * a note. The customer's replies carry the name they are presented under, those of agents their true author.
 */
final class SideBySide {
    private static final String BETWEEN = " | ";

    private final Column page;
    private final Column column;

    /** Divides a line into three columns. */
    SideBySide(int totalWidth) {
        page = new Column(totalWidth);
        column = new Column((totalWidth - 2 * BETWEEN.length()) / 3);
    }

    /** Prints a chat. */
    void print(Replayed replayed, PrintStream out) {
        out.println("== " + replayed.chat().name());
        if (replayed.wasOpened()) {
            printViews(replayed, out);
        } else {
            out.println("never opened: no line of a customer gets through");
        }
        if (replayed.moved() > 0) {
            out.println("moved: " + replayed.moved() + " from before the customer's first line to right after it");
        }
        replayed.refused().forEach(out::println);
        printMail(replayed.mail(), out);
        out.println();
    }

    private void printViews(Replayed replayed, PrintStream out) {
        row(
                out,
                List.of("CUSTOMER"),
                title("ASSIGNEE", Cast.ASSIGNEE_NAME),
                title("COLLABORATOR", Cast.COLLABORATOR_NAME));
        var rule = "-".repeat(column.width());
        out.println(rule + "-+-" + rule + "-+-" + rule);
        var customer = replayed.views().customer().iterator();
        var assignee = bySequence(replayed.views().assignee());
        var collaborator = bySequence(replayed.views().collaborator());
        var sequences = new TreeSet<>(assignee.keySet());
        sequences.addAll(collaborator.keySet());
        for (var sequence : sequences) {
            var one = Optional.ofNullable(assignee.get(sequence));
            var other = Optional.ofNullable(collaborator.get(sequence));
            boolean shared = one.or(() -> other).map(SideBySide::isForCustomer).orElse(false);
            row(out, shared ? next(customer) : List.of(), cell(one), cell(other));
        }
        while (customer.hasNext()) {
            row(out, next(customer), List.of(), List.of());
        }
    }

    /** Orders by recipient, as there is an order to each of them only. */
    private void printMail(Mail mail, PrintStream out) {
        var toAgents = new TreeMap<String, StringJoiner>();
        for (var one : mail.toAgents()) {
            var entry = one.sequence() == null ? "" : " #" + one.sequence();
            toAgents.computeIfAbsent(Cast.nameOf(one.recipient().value()), none -> new StringJoiner(", "))
                    .add(one.kind() + entry);
        }
        toAgents.forEach(
                (agent, kinds) -> page.wrap("told ", "  ", agent + ": " + kinds).forEach(out::println));
        if (!mail.toCustomer().isEmpty()) {
            out.println("sent " + Cast.CUSTOMER_NAME + ": " + NotificationKind.OUTGOING_REPLY + ", "
                    + mail.toCustomer().size() + " times");
        }
    }

    private static List<String> title(String part, String name) {
        return List.of(part + " " + name);
    }

    private static Map<Long, AgentEntry> bySequence(List<AgentEntry> entries) {
        var bySequence = new HashMap<Long, AgentEntry>();
        entries.forEach(entry -> bySequence.put(entry.sequence(), entry));
        return bySequence;
    }

    private static boolean isForCustomer(AgentEntry entry) {
        return entry.fold(message -> true, reply -> true, note -> false, event -> false);
    }

    private List<String> next(Iterator<CustomerEntry> customer) {
        return customer.hasNext() ? cell(customer.next()) : List.of();
    }

    private List<String> cell(CustomerEntry entry) {
        var from = entry.fold(message -> Row.YOU, CustomerEntry.Reply::from);
        return said(from, entry.text());
    }

    private List<String> cell(Optional<AgentEntry> entry) {
        return entry.map(one -> one.fold(
                        message -> said(message.author().name(), message.text()),
                        reply -> said(author(reply), reply.text()),
                        note -> marked("## ", "NOTE " + author(note) + ": " + text(note.text())),
                        event -> marked("-- ", what(event))))
                .orElse(List.of());
    }

    private static String author(AgentEntry.Reply reply) {
        var author = reply.author().name();
        return author.equals(reply.presentedName()) ? author : author + ", as " + reply.presentedName();
    }

    private static String author(AgentEntry.Note note) {
        var author = note.author().name();
        return note.audience() == Audience.ASSIGNEE ? author + ", to the assignee" : author;
    }

    private static String what(AgentEntry.Event event) {
        return event.author().name() + " " + event.kind()
                + event.agent().map(agent -> " " + agent).orElse("")
                + Scene.code(event.facts()).map(code -> " " + code).orElse("")
                + event.text().map(text -> ": " + text).orElse("");
    }

    private List<String> said(String from, Optional<String> text) {
        return column.wrap("", "  ", from + ": " + text(text));
    }

    private List<String> marked(String mark, String text) {
        return column.wrap(mark, mark, text);
    }

    private static String text(Optional<String> text) {
        return text.orElse("(redacted)");
    }

    private void row(PrintStream out, List<String> customer, List<String> assignee, List<String> collaborator) {
        int lines = Math.max(customer.size(), Math.max(assignee.size(), collaborator.size()));
        for (int line = 0; line < lines; line++) {
            var printed = column.fill(at(customer, line))
                    + BETWEEN
                    + column.fill(at(assignee, line))
                    + BETWEEN
                    + at(collaborator, line);
            out.println(printed.stripTrailing());
        }
    }

    private static String at(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : "";
    }
}
