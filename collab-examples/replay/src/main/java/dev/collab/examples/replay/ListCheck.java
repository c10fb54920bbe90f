package dev.collab.examples.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compares the lists at the end of a shift with what the file says.
 *
 * <p>Each chat that belongs on a list is there once, the one that was spoken in last first; its preview is what was said
 * last, and unread is what was said since its viewer wrote. After reading nothing is unread, and nothing else differs.
 */
final class ListCheck {
    private ListCheck() {}

    /**
     * Checks the three lists.
     *
     * @throws SelfCheckFailedException if one of them shows anything else
     */
    static void verify(ShiftEnd end) {
        same(end, "assignee", Outlook::mine, Lists::mine);
        same(end, "collaborator", Outlook::collaborating, Lists::collaborating);
        same(end, "customer", outlook -> Optional.of(outlook.own()), Lists::own);
    }

    private static void same(
            ShiftEnd end, String who, Function<Outlook, Optional<Row>> expected, Function<Lists, List<Row>> shown) {
        // Chats of a file come one after the other, so the last one was spoken in last.
        var rows = new ArrayList<Row>();
        for (var outlook : end.chats()) {
            expected.apply(outlook).ifPresent(row -> rows.add(0, row));
        }
        same(who, rows, shown.apply(end.before()));
        var read = rows.stream().map(ListCheck::read).toList();
        same(who + " after reading", read, shown.apply(end.after()));
    }

    private static Row read(Row row) {
        return new Row(row.conversation(), row.status(), row.from(), row.preview(), 0);
    }

    private static void same(String who, List<Row> expected, List<Row> shown) {
        int place = SelfCheck.difference(expected, shown);
        if (place >= 0) {
            throw new SelfCheckFailedException(
                    "the list of the " + who + " does not show what was said, from row " + place + " on");
        }
    }
}
