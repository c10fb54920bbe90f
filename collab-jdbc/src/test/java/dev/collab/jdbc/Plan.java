package dev.collab.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Is how PostgreSQL carried out a statement, as {@code EXPLAIN ANALYZE} tells.
 *
 * @param statement the statement
 * @param lines what it printed
 */
record Plan(String statement, List<String> lines) {
    private static final Pattern ACTUAL = Pattern.compile("rows=([0-9.]+) loops=(\\d+)\\)");
    private static final Pattern REMOVED = Pattern.compile("Rows Removed by (?:Filter|Index Recheck): (\\d+)");
    private static final Pattern SCANNED = Pattern.compile("Seq Scan on (\\S+\\.)?(collab_\\w+)");

    /** Which costs more than its page: a scan, a sort of more rows than given, or as many that were read for nothing. */
    List<String> problems(int most) {
        var problems = new ArrayList<String>();
        for (var line : lines) {
            var scanned = SCANNED.matcher(line);
            // It has a row for each inbox, and five in all.
            if (scanned.find() && !scanned.group(2).equals("collab_inbox")) {
                problems.add("scans " + scanned.group(2));
            }
            if (line.contains("Sort  (") && rows(line) > most) {
                problems.add("sorts " + rows(line) + " rows");
            }
            if (line.contains(" Scan ") && rows(line) > most) {
                problems.add("reads " + rows(line) + " rows: " + line.strip());
            }
            var removed = REMOVED.matcher(line);
            if (removed.find() && Long.parseLong(removed.group(1)) > most) {
                problems.add("reads for nothing " + removed.group(1) + " rows");
            }
        }
        return problems;
    }

    private static long rows(String line) {
        var actual = ACTUAL.matcher(line);
        return actual.find() ? (long) (Double.parseDouble(actual.group(1)) * Long.parseLong(actual.group(2))) : 0;
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n" + statement;
    }
}
