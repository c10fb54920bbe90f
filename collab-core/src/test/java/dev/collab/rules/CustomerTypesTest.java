package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.CustomerDesk;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.CustomerEntry;
import dev.collab.conversation.CustomerView;
import dev.collab.conversation.Slice;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.Author;
import dev.collab.model.Collaboration;
import dev.collab.model.ConversationHead;
import dev.collab.model.EntryKind;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.Details;
import dev.collab.outcome.Outcome;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Looks at types only: what cannot be said cannot leak. */
class CustomerTypesTest {
    @Test
    @DisplayName("B-39 what a customer's desk returns has no note case and no place for an agent")
    void nothingInternalFitsIntoWhatTheCustomerGets() {
        var walk = new Walk().from(CustomerDesk.class);

        assertThat(walk.problems).isEmpty();
    }

    @Test
    @DisplayName("B-39 the check sees what a customer's desk returns, through outcomes, pages and cases")
    void theCheckGoesAllTheWay() {
        var walk = new Walk().from(CustomerDesk.class);

        assertThat(walk.seen)
                .contains(
                        Outcome.Done.class,
                        Outcome.Rejected.class,
                        Slice.class,
                        CustomerView.class,
                        CustomerEntry.Message.class,
                        CustomerEntry.Reply.class);
    }

    @Test
    @DisplayName("B-39 the check rejects a note case, an author and an agent, however deep")
    void theCheckRejectsWhatLeaks() {
        var walk = new Walk().from(LeakingDesk.class);

        assertThat(walk.problems)
                .containsExactlyInAnyOrder(
                        "NoteCase is a note case",
                        "Signed.author() names an agent",
                        "Signed.author() gives a Author",
                        "Hidden.by() gives a AgentId",
                        "Inherited.assignee() names an agent",
                        "LeakingDesk.everything() gives a AgentEntry",
                        "LeakingDesk.kinds() gives a EntryKind");
    }

    @Test
    @DisplayName("B-39 refusals tell a customer a code and nothing besides")
    void refusalsCarryNoDetails() {
        var shop = Shop.open();
        var closed = shop.assigned();
        shop.agent(Shop.ADA).close(closed).orElseThrow();
        var open = shop.assigned();

        var refusals = List.of(
                shop.customer().write(closed, "One more thing"),
                shop.customer().write(open, " "),
                shop.customer().write(open, "\0"),
                shop.collab.customer(Shop.DORA).write(open, "Whose is it?"));

        assertThat(refusals)
                .allSatisfy(refusal -> assertThat(refusal)
                        .isInstanceOfSatisfying(
                                Outcome.Rejected.class,
                                no -> assertThat(no.details()).isEqualTo(Details.NONE)));
    }

    /** Breaks the rule in every way the check knows. */
    @SuppressWarnings("unused")
    abstract static class LeakingDesk {
        public abstract Outcome<Slice<LeakingEntry>> messages();

        public abstract Outcome<Slice<AgentEntry>> everything();

        public abstract Outcome<Optional<Set<EntryKind>>> kinds();
    }

    sealed interface LeakingEntry {
        record NoteCase(String text) implements LeakingEntry {}

        record Signed(Author author) implements LeakingEntry {}

        record Wrapped(Optional<? extends List<Hidden>> inside, Inherited other) implements LeakingEntry {}
    }

    record Hidden(Map<String, AgentId> by) {}

    abstract static class Base {
        public abstract String assignee();
    }

    abstract static class Inherited extends Base {}

    /** Follows every value a desk gives, over cases, components and accessors, and says what does not belong there. */
    private static final class Walk {
        private static final Set<Class<?>> FORBIDDEN = Set.of(
                AgentId.class,
                AgentProfile.class,
                AgentEntry.class,
                Author.class,
                Collaboration.class,
                ConversationHead.class,
                EntryKind.class,
                TimelineEntry.class);
        private static final Pattern AGENT =
                Pattern.compile(".*(author|agent|assignee|collaborat|colleague|presented).*", Pattern.CASE_INSENSITIVE);

        final Set<Class<?>> seen = new HashSet<>();
        final Set<String> problems = new TreeSet<>();

        Walk from(Class<?> desk) {
            seen.add(desk);
            for (var method : desk.getMethods()) {
                look(desk, method);
            }
            return this;
        }

        private void look(Class<?> owner, Method method) {
            if (method.getDeclaringClass() == Object.class || Modifier.isStatic(method.getModifiers())) {
                return;
            }
            var name = owner.getSimpleName() + "." + method.getName() + "()";
            if (AGENT.matcher(method.getName()).matches()) {
                problems.add(name + " names an agent");
            }
            follow(name, method.getGenericReturnType());
        }

        private void follow(String from, Type type) {
            if (type instanceof Class<?> plain) {
                enter(from, plain.isArray() ? plain.getComponentType() : plain);
            } else if (type instanceof ParameterizedType generic) {
                follow(from, generic.getRawType());
                Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> follow(from, argument));
            } else if (type instanceof WildcardType wildcard) {
                Arrays.stream(wildcard.getUpperBounds()).forEach(bound -> follow(from, bound));
            } else if (type instanceof GenericArrayType array) {
                follow(from, array.getGenericComponentType());
            }
        }

        private void enter(String from, Class<?> type) {
            if (FORBIDDEN.contains(type)) {
                problems.add(from + " gives a " + type.getSimpleName());
                return;
            }
            if (!type.getName().startsWith("dev.collab") || !seen.add(type)) {
                return;
            }
            if (type.getSimpleName().contains("Note")) {
                problems.add(type.getSimpleName() + " is a note case");
            }
            if (type.isEnum()) {
                return;
            }
            if (type.isSealed()) {
                Arrays.stream(type.getPermittedSubclasses()).forEach(each -> enter(from, each));
            }
            for (var method : type.getMethods()) {
                look(type, method);
            }
        }
    }
}
