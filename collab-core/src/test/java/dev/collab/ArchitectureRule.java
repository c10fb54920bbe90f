package dev.collab;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One constant for each sentence; a constant cannot exist without a fixture that breaks it. */
@SuppressWarnings("ImmutableEnumChecker")
enum ArchitectureRule {
    THE_LIBRARY_NEEDS_ONLY_JAVA_JSPECIFY_AND_A_LOGGER(
            "foreign",
            Set.of("UsesSockets"),
            root -> classes()
                    .that()
                    .resideInAPackage(root + "..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(root + "..", "java..", "javax.crypto..", "org.jspecify..", "org.slf4j..")),
    ONLY_REPLY_TOKENS_SIGN(
            "signing",
            Set.of("SignsElsewhere"),
            root -> noClasses()
                    .that(resideInAPackage(root + "..").and(not(named(Set.of(root + ".notification.ReplyTokens")))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("javax.crypto..")),
    ONLY_CORE_LOGS(
            "logging",
            Set.of("LoggingPort", "LoggingAdapter"),
            root -> noClasses()
                    .that(not(inCore(root)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.slf4j..")),
    PORTS_AND_SHAPES_SEE_NEITHER_CORE_NOR_ADAPTERS(
            "upward",
            Set.of("SeesCore", "SeesAdapter"),
            root -> noClasses()
                    .that(resideInAnyPackage(packages(root, Lists.PORTS_AND_SHAPES)))
                    .should()
                    .dependOnClassesThat(inCore(root).or(resideInAnyPackage(packages(root, Lists.ADAPTERS))))),
    CORE_SEES_NO_ADAPTER(
            "sideways",
            Set.of("SeesAdapter"),
            root -> noClasses()
                    .that(inCore(root))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(packages(root, Lists.ADAPTERS)))),
    ADAPTERS_DO_NOT_SEE_CORE(
            "inward",
            Set.of("SeesCore"),
            root -> noClasses()
                    .that(resideInAnyPackage(packages(root, Lists.ADAPTERS)))
                    .should()
                    .dependOnClassesThat(inCore(root))),
    RULES_ARE_PURE(
            "impure",
            Set.of("AsksPort", "DrawsNumbers", "Locks", "Logs", "ReadsClock", "StartsThread"),
            root -> noClasses()
                    .that(resideInAnyPackage(packages(root, Lists.PURE_ROOMS)))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(Lists.IMPURE_PACKAGES)
                            .or(named(Lists.IMPURE_TYPES))
                            .or(resideInAPackage(root + ".spi..").and(portThatDoesInputOrOutput())))),
    NO_STATIC_STATE(
            "statics",
            Set.of("Counts", "FillsAtStart", "KeepsArray", "KeepsMap", "Reassigns", "SharesList"),
            root -> fields().that(describe("static in " + root, field -> isStaticOfOurs(field, root)))
                    .should(beConstant())),
    NO_REFLECTION_AND_NO_SERVICE_LOADER(
            "reflection",
            Set.of("LoadsService", "NamesClass", "ReadsMembers"),
            root -> noClasses()
                    .that()
                    .resideInAPackage(root + "..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("java.lang.reflect..").or(named(Set.of("java.util.ServiceLoader"))))
                    .orShould()
                    .accessTargetWhere(target("reflects", Map.of("java.lang.Class", Lists.REFLECTING_METHODS)))),
    TIME_AND_CHANCE_COME_FROM_THE_DEFAULTS(
            "chance",
            Set.of("AsksSystem", "AsksTime", "DrawsNumbers", "HandsOverNow", "MakesId", "PicksClock"),
            root -> noClasses()
                    .that(resideInAPackage(root + "..").and(not(named(Set.of(root + ".internal.Defaults")))))
                    .should()
                    .dependOnClassesThat(resideInAPackage("java.util.random..").or(named(Lists.RANDOM_TYPES)))
                    .orShould()
                    .accessTargetWhere(target("takes time or chance", Lists.TIME_AND_CHANCE))),
    PUBLIC_TYPES_ARE_CLOSED(
            "open",
            Set.of("Open", "OpenAbstract"),
            root -> classes()
                    .that()
                    .resideInAPackage(root + "..")
                    .and()
                    .arePublic()
                    .and()
                    .areNotInterfaces()
                    .and()
                    .areNotEnums()
                    .should(beFinalOrSealed())),
    PUBLIC_SIGNATURES_NAME_ONLY_EXPORTED_TYPES(
            "leaking",
            Set.of("Bounds", "Extends", "Field", "Parameter", "Returns", "Throws", "TypeArgument"),
            root -> classes()
                    .that(describe(
                            "public in an exported package of " + root,
                            javaClass -> isVisible(javaClass)
                                    && resideInAPackage(root + "..").test(javaClass)
                                    && !unexported(root).test(javaClass)))
                    .should(nameOnly(not(unexported(root))))),
    ROOMS_FORM_NO_CYCLE(
            "cycle",
            Set.of("First", "Second"),
            root -> slices().matching(root + ".(*)..").should().beFreeOfCycles()),
    ROOMS_DEPEND_DOWNWARDS_ONLY(
            "rooms",
            Set.of("LooksSideways", "LooksUp", "SharedLooksUp", "Stranger"),
            root -> classes().that(inCore(root)).should(dependOnLowerRoomsOnly(root))),
    PORTS_STAY_SMALL(
            "ports",
            Set.of("Large"),
            root -> classes()
                    .that()
                    .resideInAPackage(root + ".spi..")
                    .and()
                    .areInterfaces()
                    .should(haveAtMost(Lists.MOST_METHODS_OF_A_PORT)));

    /** What is edited when the library grows. */
    private static final class Lists {
        static final List<String> PORTS_AND_SHAPES = List.of("model", "spi");
        static final List<String> ADAPTERS = List.of("inmemory", "jdbc");

        static final List<String> PURE_ROOMS = List.of("visibility", "conversation", "collaboration");
        static final Pattern PORTS_THAT_DO_INPUT_OR_OUTPUT =
                Pattern.compile(".*Store|Directory|Notifier|Outbox|Signal|Capacity|IdSource");
        static final String[] IMPURE_PACKAGES = {
            "org.slf4j..", "java.util.concurrent..", "java.util.random..", "java.io..", "java.nio.file.."
        };
        static final Set<String> RANDOM_TYPES = Set.of(
                "java.security.SecureRandom",
                "java.util.Random",
                "java.util.SplittableRandom",
                "java.util.concurrent.ThreadLocalRandom");
        static final Set<String> IMPURE_TYPES = Set.of(
                "java.lang.Thread",
                "java.lang.ThreadLocal",
                "java.security.SecureRandom",
                "java.time.Clock",
                "java.time.InstantSource",
                "java.util.Random",
                "java.util.SplittableRandom");

        /** Lowest first: a room may use the rooms of the lines above its own. The empty name is the root package. */
        static final List<Set<String>> ROOMS = List.of(
                Set.of("outcome"),
                Set.of("internal"),
                Set.of("visibility"),
                Set.of("collaboration"),
                Set.of("conversation"),
                Set.of("notification", "inbox"),
                Set.of(""));

        static final List<String> UNEXPORTED = List.of("internal");

        static final int MOST_METHODS_OF_A_PORT = 12;

        /** Types whose value never changes when List, Set or Map was filled by a factory such as List.of. */
        static final Set<String> IMMUTABLE_IF_PRIVATE = Set.of("java.util.List", "java.util.Map", "java.util.Set");

        static final Set<String> MUTABLE_TYPES =
                Set.of("java.lang.StringBuilder", "java.lang.ThreadLocal", "java.util.BitSet", "java.util.Date");

        static final Set<String> REFLECTING_METHODS = Set.of(
                "forName",
                "newInstance",
                "getConstructor",
                "getConstructors",
                "getDeclaredConstructor",
                "getDeclaredConstructors",
                "getDeclaredField",
                "getDeclaredFields",
                "getDeclaredMethod",
                "getDeclaredMethods",
                "getField",
                "getFields",
                "getMethod",
                "getMethods",
                "getRecordComponents");
        static final Map<String, Set<String>> TIME_AND_CHANCE = Map.ofEntries(
                Map.entry("java.lang.Math", Set.of("random")),
                Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
                Map.entry("java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis")),
                Map.entry("java.time.Instant", Set.of("now")),
                Map.entry("java.time.InstantSource", Set.of("system")),
                Map.entry("java.time.LocalDate", Set.of("now")),
                Map.entry("java.time.LocalDateTime", Set.of("now")),
                Map.entry("java.time.LocalTime", Set.of("now")),
                Map.entry("java.time.OffsetDateTime", Set.of("now")),
                Map.entry("java.time.ZonedDateTime", Set.of("now")),
                Map.entry("java.util.UUID", Set.of("randomUUID")));

        private Lists() {}
    }

    private final String fixture;
    private final Set<String> violators;
    private final Function<String, ArchRule> rule;

    ArchitectureRule(String fixture, Set<String> violators, Function<String, ArchRule> rule) {
        this.fixture = fixture;
        this.violators = violators;
        this.rule = rule;
    }

    ArchRule in(String root) {
        return rule.apply(root).as(this + " in " + root);
    }

    String fixture() {
        return fixture;
    }

    Set<String> violators() {
        return new TreeSet<>(violators);
    }

    @Override
    public String toString() {
        var words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String[] packages(String root, List<String> names) {
        return names.stream().map(name -> root + "." + name + "..").toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> inCore(String root) {
        return resideInAPackage(root + "..")
                .and(not(resideInAnyPackage(packages(root, Lists.PORTS_AND_SHAPES))))
                .and(not(resideInAnyPackage(packages(root, Lists.ADAPTERS))))
                .as("core");
    }

    private static DescribedPredicate<JavaClass> unexported(String root) {
        return resideInAnyPackage(packages(root, Lists.UNEXPORTED));
    }

    private static DescribedPredicate<JavaClass> named(Set<String> names) {
        return describe("one of " + new TreeSet<>(names), javaClass -> names.contains(javaClass.getName()));
    }

    private static DescribedPredicate<JavaClass> portThatDoesInputOrOutput() {
        return describe(
                "a port that does input or output",
                javaClass -> javaClass.isInterface()
                        && Lists.PORTS_THAT_DO_INPUT_OR_OUTPUT
                                .matcher(javaClass.getSimpleName())
                                .matches());
    }

    private static DescribedPredicate<JavaAccess<?>> target(String description, Map<String, Set<String>> methods) {
        return describe(
                description,
                access -> methods.getOrDefault(access.getTargetOwner().getName(), Set.of())
                        .contains(access.getTarget().getName()));
    }

    private static boolean isStaticOfOurs(JavaField field, String root) {
        var modifiers = field.getModifiers();
        return modifiers.contains(JavaModifier.STATIC)
                && !modifiers.contains(JavaModifier.SYNTHETIC)
                && resideInAPackage(root + "..").test(field.getOwner());
    }

    private static ArchCondition<JavaField> beConstant() {
        return condition("be final and hold a value that cannot change", (field, violation) -> {
            var type = field.getRawType();
            if (!field.getModifiers().contains(JavaModifier.FINAL)) {
                violation.accept("is not final");
            } else if (Lists.IMMUTABLE_IF_PRIVATE.contains(type.getName())) {
                if (!field.getModifiers().contains(JavaModifier.PRIVATE)) {
                    violation.accept("is a collection others can reach");
                } else if (buildsCollectionAtStart(field.getOwner())) {
                    violation.accept("may be a collection that can change");
                }
            } else if (isMutable(type)) {
                violation.accept("is of the mutable type " + type.getName());
            }
        });
    }

    private static boolean isMutable(JavaClass type) {
        return type.isArray()
                || assignableTo(Iterable.class).test(type)
                || assignableTo(Iterator.class).test(type)
                || assignableTo(Map.class).test(type)
                || resideInAPackage("java.util.concurrent..").test(type)
                || Lists.MUTABLE_TYPES.contains(type.getName());
    }

    private static boolean buildsCollectionAtStart(JavaClass owner) {
        return owner.getStaticInitializer().stream()
                .flatMap(initializer -> initializer.getConstructorCallsFromSelf().stream())
                .map(JavaAccess::getTargetOwner)
                .anyMatch(assignableTo(Collection.class).or(assignableTo(Map.class)));
    }

    private static ArchCondition<JavaClass> beFinalOrSealed() {
        return condition("be final or sealed", (javaClass, violation) -> {
            if (!javaClass.getModifiers().contains(JavaModifier.FINAL)
                    && !javaClass.reflect().isSealed()) {
                violation.accept("is neither final nor sealed");
            }
        });
    }

    private static boolean isVisible(JavaClass javaClass) {
        return (javaClass.getModifiers().contains(JavaModifier.PUBLIC)
                        || javaClass.getModifiers().contains(JavaModifier.PROTECTED))
                && javaClass
                        .getEnclosingClass()
                        .map(ArchitectureRule::isVisible)
                        .orElse(true);
    }

    private static ArchCondition<JavaClass> nameOnly(DescribedPredicate<JavaClass> allowed) {
        return condition("name only exported types", (javaClass, violation) -> {
            var supertypes = Stream.concat(javaClass.getSuperclass().stream(), javaClass.getInterfaces().stream());
            var types = Stream.concat(supertypes, javaClass.getTypeParameters().stream());
            forbidden(types, allowed).forEach(name -> violation.accept("is declared with " + name));

            javaClass.getMembers().stream()
                    .filter(ArchitectureRule::isVisible)
                    .forEach(member -> forbidden(signature(member), allowed)
                            .forEach(name -> violation.accept(member.getName() + " names " + name)));
        });
    }

    private static boolean isVisible(JavaMember member) {
        var modifiers = member.getModifiers();
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC);
    }

    private static Stream<? extends JavaType> signature(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        var method = (JavaCodeUnit) member;
        return Stream.of(
                        Stream.of(method.getReturnType()),
                        method.getParameterTypes().stream(),
                        method.getTypeParameters().stream(),
                        method.getExceptionTypes().stream())
                .flatMap(types -> types);
    }

    private static Set<String> forbidden(Stream<? extends JavaType> types, DescribedPredicate<JavaClass> allowed) {
        var names = new TreeSet<String>();
        types.flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .filter(not(allowed))
                .forEach(type -> names.add(type.getName()));
        return names;
    }

    private static ArchCondition<JavaClass> dependOnLowerRoomsOnly(String root) {
        return condition("depend on lower rooms only", (javaClass, violation) -> {
            var own = room(javaClass, root);
            var level = level(own);
            if (level < 0) {
                violation.accept("is in the room '" + own + "', which has no place in the list of rooms");
                return;
            }
            var reported = new TreeSet<String>();
            for (var dependency : javaClass.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass().getBaseComponentType();
                if (!inCore(root).test(target)) {
                    continue;
                }
                var other = room(target, root);
                if (!other.equals(own) && level(other) >= level && reported.add(other)) {
                    violation.accept("depends on the room '" + other + "': " + dependency.getDescription());
                }
            }
        });
    }

    private static String room(JavaClass javaClass, String root) {
        var name = javaClass.getPackageName();
        if (name.equals(root)) {
            return "";
        }
        var below = name.substring(root.length() + 1);
        return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
    }

    private static int level(String room) {
        for (var level = 0; level < Lists.ROOMS.size(); level++) {
            if (Lists.ROOMS.get(level).contains(room)) {
                return level;
            }
        }
        return -1;
    }

    private static ArchCondition<JavaClass> haveAtMost(int most) {
        return condition("have at most " + most + " methods", (port, violation) -> {
            var count = port.getAllMethods().stream()
                    .filter(method -> method.getOwner().isInterface())
                    .filter(method ->
                            isVisible(method) && !method.getModifiers().contains(JavaModifier.STATIC))
                    .count();
            if (count > most) {
                violation.accept("has " + count + " methods");
            }
        });
    }

    private interface Check<T> {
        void examine(T item, Consumer<String> violation);
    }

    private static <T> ArchCondition<T> condition(String description, Check<T> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                var subject = item instanceof JavaField field
                        ? "Field <" + field.getFullName() + ">"
                        : "Class <" + ((JavaClass) item).getName() + ">";
                check.examine(
                        item, message -> events.add(SimpleConditionEvent.violated(item, subject + " " + message)));
            }
        };
    }
}
