package dev.collab.tck.suite;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in compiled classes what would let a test end without an answer. */
final class Skipping {
    /** As class files write names: between letters of a descriptor, or alone. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*(?:/[\\w$]+)+");

    /** The names, with dots, of what assumes, aborts, disables or decides whether a test runs. */
    static final String NAMES = "org\\.junit\\.jupiter\\.api\\.(Assumptions|Disabled|condition\\..+)"
            + "|org\\.junit\\.jupiter\\.api\\.extension\\.(ExecutionCondition|ConditionEvaluationResult)"
            + "|org\\.junit\\.(Assume|AssumptionViolatedException|Ignore)"
            + "|org\\.opentest4j\\.(TestAbortedException|TestSkippedException)"
            + "|org\\.assertj\\.core\\.api\\.\\w*Assum\\w*";

    private static final int CLASS_FILE = 0xCAFEBABE;

    private Skipping() {}

    /** Names what a test's class mentions, and the classes it extends up to the contract, the ones inside them included. */
    static List<String> mentionedBy(Class<?> test, Class<?> contract) {
        var mentions = new ArrayList<String>();
        for (Class<?> type = test; type != null && type != contract; type = type.getSuperclass()) {
            var inside = type.getName() + "$";
            Stream.concat(Stream.of(type), Stream.of(type.getNestMembers()))
                    .distinct()
                    .filter(member -> member.getName().startsWith(inside)
                            || member.getName().equals(nameOf(inside)))
                    .forEach(member -> mentions(member)
                            .forEach(skipping -> mentions.add(member.getName() + " mentions " + skipping)));
        }
        return mentions;
    }

    private static String nameOf(String inside) {
        return inside.substring(0, inside.length() - 1);
    }

    private static Stream<String> mentions(Class<?> type) {
        var file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (var bytes = type.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("there is no " + file + " beside " + type.getName());
            }
            return strings(bytes).stream()
                    .flatMap(text -> NAME.matcher(text.replace('.', '/')).results())
                    .map(name -> withoutDescriptor(name.group()).replace('/', '.'))
                    .filter(name -> name.matches(NAMES))
                    .distinct();
        } catch (IOException failure) {
            throw new IllegalStateException("cannot read " + file, failure);
        }
    }

    /** In a descriptor a class begins with an L, perhaps after other letters: {@code (ILorg/junit/Assume;)V}. */
    private static String withoutDescriptor(String name) {
        var first = name.substring(0, name.indexOf('/'));
        return first.matches("[BCDFIJSZ]*Lorg") ? "org" + name.substring(first.length()) : name;
    }

    /** Gives every text in the constant pool: names of classes, descriptors, annotations and literals are all there. */
    private static List<String> strings(InputStream bytes) throws IOException {
        var in = new DataInputStream(bytes);
        if (in.readInt() != CLASS_FILE) {
            throw new IOException("not a class file");
        }
        in.readInt();
        int size = in.readUnsignedShort();
        var strings = new ArrayList<String>();
        for (int index = 1; index < size; index++) {
            int tag = in.readUnsignedByte();
            if (tag == 1) {
                strings.add(in.readUTF());
            } else {
                in.skipNBytes(bytesOf(tag));
            }
            // Those of eight bytes take two places.
            if (tag == 5 || tag == 6) {
                index++;
            }
        }
        return strings;
    }

    private static int bytesOf(int tag) throws IOException {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            default -> throw new IOException("unknown constant " + tag);
        };
    }
}
