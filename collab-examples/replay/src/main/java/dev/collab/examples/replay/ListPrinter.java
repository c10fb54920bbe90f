package dev.collab.examples.replay;

import dev.collab.model.ConversationId;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Prints what the lists show at the end of a shift, before and after everybody has read everything. */
final class ListPrinter {
    private final Map<ConversationId, String> chats = new HashMap<>();
    private final ShiftEnd end;
    private final PrintStream out;

    private ListPrinter(ShiftEnd end, PrintStream out) {
        this.end = end;
        this.out = out;
        end.chats().forEach(outlook -> chats.put(outlook.own().conversation(), outlook.chat()));
    }

    /** Prints the lists. */
    static void print(ShiftEnd end, PrintStream out) {
        var printer = new ListPrinter(end, out);
        printer.print("mine of " + Cast.ASSIGNEE_NAME + ", open", Lists::mine);
        printer.print("collaborating of " + Cast.COLLABORATOR_NAME, Lists::collaborating);
        printer.print("own of " + Cast.CUSTOMER_NAME, Lists::own);
    }

    private void print(String title, Function<Lists, List<Row>> list) {
        out.println("== " + title);
        var after = new HashMap<ConversationId, Row>();
        list.apply(end.after()).forEach(row -> after.put(row.conversation(), row));
        for (var row : list.apply(end.before())) {
            var read = after.get(row.conversation());
            out.printf(
                    Locale.ROOT,
                    "%s: %s, unread %d, after reading %s, %s: %s%n",
                    chats.getOrDefault(row.conversation(), "?"),
                    row.status(),
                    row.unread(),
                    read == null ? "gone" : Integer.toString(read.unread()),
                    row.from(),
                    Printable.shortened(row.preview().orElse("(nothing)")));
        }
        out.println();
    }
}
